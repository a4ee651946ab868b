package vn.eid.mock;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A way in which the mock server can misbehave, so that a test sees its application refuse: what it
 * does, its {@link #sentence} says. Switch one on with {@link EidMock#inject} or {@link
 * EidMock#injectOnce}, and aim it with an {@link Injection}. Immutable, safe for use by several
 * threads.
 */
public enum Fault {
  DISCOVERY_WRONG_ISSUER(Family.LOGIN, "The discovery document names another issuer."),
  DISCOVERY_WITHOUT_PAR(
      Family.LOGIN, "The discovery document has no pushed authorization request endpoint."),
  DISCOVERY_WITHOUT_ISSUER(Family.LOGIN, "The discovery document names no issuer."),
  DISCOVERY_PLAIN_HTTP(
      Family.LOGIN,
      "The discovery document has the token endpoint on another host, over plain http.",
      Care.MAY_REFUSE),

  KEYS_HTML(Family.LOGIN, "The provider's key set is a page."),
  KEYS_EMPTY(Family.LOGIN, "The provider's key set has no key."),
  KEYS_HTTP_ERROR_500(Family.LOGIN, "The provider's key set is answered with 500.", Care.OUTAGE),
  KEYS_SEVERAL_WITHOUT_KID(
      Family.LOGIN,
      "The provider's key set has a second key of the same kind, and neither the keys nor"
          + " the id token have a key id. For once, it ends when the key set is fetched.",
      Care.GOES_ON),
  KEYS_SAME_KID(
      Family.LOGIN,
      "The provider's key set has two keys of one id, and the first is a stranger's.",
      Care.GOES_ON),
  KEYS_UNUSABLE_BESIDE(
      Family.LOGIN,
      "The provider's key set begins with keys that nobody can use: of an unknown type, for encryption, broken, and a secret.",
      Care.GOES_ON),

  ID_TOKEN_WRONG_ISSUER(Family.LOGIN, "The id token names another issuer."),
  ID_TOKEN_WITHOUT_ISSUER(Family.LOGIN, "The id token names no issuer."),
  ID_TOKEN_WRONG_AUDIENCE(Family.LOGIN, "The id token is meant for another client."),
  ID_TOKEN_WITHOUT_AUDIENCE(Family.LOGIN, "The id token does not say whom it is meant for."),
  ID_TOKEN_SECOND_AUDIENCE(
      Family.LOGIN, "The id token is meant for this client and for another one."),
  ID_TOKEN_WRONG_AZP(
      Family.LOGIN, "The id token's authorized party is another client.", Care.MAY_REFUSE),
  ID_TOKEN_WITHOUT_SUBJECT(Family.LOGIN, "The id token does not say whom it is about."),
  ID_TOKEN_WRONG_NONCE(Family.LOGIN, "The id token carries the nonce of another login."),
  ID_TOKEN_WITHOUT_NONCE(Family.LOGIN, "The id token carries no nonce."),
  ID_TOKEN_EXPIRED(Family.LOGIN, "The id token expired an hour ago."),
  ID_TOKEN_WITHOUT_EXPIRY(Family.LOGIN, "The id token never expires."),
  ID_TOKEN_ISSUED_IN_FUTURE(
      Family.LOGIN, "The id token will be issued in an hour.", Care.MAY_REFUSE),
  ID_TOKEN_ISSUED_LONG_AGO(
      Family.LOGIN, "The id token was issued a week ago, and has not expired.", Care.MAY_REFUSE),
  ID_TOKEN_WITHOUT_ISSUE_TIME(Family.LOGIN, "The id token does not say when it was issued."),
  ID_TOKEN_NOT_YET_VALID(Family.LOGIN, "The id token is not valid before an hour from now: nbf."),
  ID_TOKEN_BAD_SIGNATURE(Family.LOGIN, "One bit of the id token's signature is wrong."),
  ID_TOKEN_UNKNOWN_KEY(Family.LOGIN, "The id token is signed by a key that is not in the key set."),
  ID_TOKEN_ALG_NONE(Family.LOGIN, "The id token is not signed and says so: algorithm none."),
  ID_TOKEN_SYMMETRIC(
      Family.LOGIN,
      "The id token is signed with HS256 over the bytes of the provider's public key."),
  ID_TOKEN_ALG_RS256(
      Family.LOGIN,
      "The id token is signed with RS256, which FAPI forbids, by a key that the key set has."),
  ID_TOKEN_WITHOUT_KID(
      Family.LOGIN,
      "The id token does not say which key signed it; allowed where the provider has one key.",
      Care.GOES_ON),
  ID_TOKEN_WITH_JKU(
      Family.LOGIN,
      "The id token is a stranger's, and its header says where to fetch the key: jku."),
  ID_TOKEN_WITH_X5U(
      Family.LOGIN,
      "The id token is a stranger's, and its header says where to fetch a certificate: x5u."),
  ID_TOKEN_WITH_EMBEDDED_KEY(
      Family.LOGIN, "The id token is a stranger's, and its header brings the key along: jwk."),
  ID_TOKEN_WITH_CRIT(
      Family.LOGIN,
      "The id token is signed well, and names a critical extension that nobody knows."),
  ID_TOKEN_IS_LOGOUT_TOKEN(
      Family.LOGIN,
      "The id token calls itself a logout token, and tells of an event.",
      Care.MAY_REFUSE),
  ID_TOKEN_LOWER_LEVEL(
      Family.LOGIN, "The id token shows the lowest level, whatever level was demanded."),
  ID_TOKEN_WITHOUT_LEVEL(Family.LOGIN, "The id token shows no level, whatever level was demanded."),
  ID_TOKEN_STALE_LOGIN(
      Family.LOGIN,
      "The id token says that the citizen signed in yesterday, however fresh it had to be."),
  ID_TOKEN_WITHOUT_LOGIN_TIME(
      Family.LOGIN,
      "The id token does not say when the citizen signed in, however fresh it had to be."),
  ID_TOKEN_WRONG_AT_HASH(
      Family.LOGIN, "The id token's at_hash belongs to another access token.", Care.MAY_REFUSE),
  ID_TOKEN_MISSING(Family.LOGIN, "The token response has no id token."),
  ID_TOKEN_REAL_CITIZEN_NUMBER(
      Family.LOGIN,
      "The id token's citizen number is none of the synthetic ones.",
      Care.MAY_REFUSE),
  ID_TOKEN_NOT_ENCRYPTED(
      Family.LOGIN, "The id token is signed only, though the client is registered for encryption."),
  ID_TOKEN_ENCRYPTED_UNSIGNED(
      Family.LOGIN, "The encrypted id token holds the claims without any signature."),
  ID_TOKEN_ENCRYPTED_ALG_NONE_INSIDE(
      Family.LOGIN, "The encrypted id token holds a token of algorithm none."),
  ID_TOKEN_ENCRYPTED_COMPRESSED(
      Family.LOGIN, "The encrypted id token is compressed, and 20 MB long once it is not."),
  ID_TOKEN_ENCRYPTED_PBES2(
      Family.LOGIN,
      "The id token is encrypted with a password, and a thousand million rounds to make it a key."),
  ID_TOKEN_ENCRYPTED_RSA1_5(
      Family.LOGIN,
      "The id token is encrypted for an RSA key of the client's with the algorithm of old,"
          + " RSA1_5."),
  ID_TOKEN_ENCRYPTED_FOR_OTHER_KEY(
      Family.LOGIN,
      "The id token is encrypted for another key, which it gives the id of the client's."),
  ID_TOKEN_ENCRYPTED_CUT(
      Family.LOGIN, "The encrypted id token lacks the last four bytes of its authentication tag."),

  CALLBACK_WITHOUT_ISS(Family.LOGIN, "The return from the login names no issuer."),
  CALLBACK_WRONG_ISS(Family.LOGIN, "The return from the login names another issuer."),
  CALLBACK_WRONG_STATE(
      Family.LOGIN, "The return from the login carries the state of another login."),
  CALLBACK_TWO_CODES(Family.LOGIN, "The return from the login carries two codes."),
  CALLBACK_WITHOUT_STATE(Family.LOGIN, "The return from the login carries no state."),
  CALLBACK_WITHOUT_CODE(
      Family.LOGIN, "The return from the login carries neither a code nor an error."),
  CALLBACK_CODE_AND_ERROR(
      Family.LOGIN, "The return from the login carries a code, and says access_denied.", Care.ENDS),
  CALLBACK_ERROR_WRONG_STATE(
      Family.LOGIN, "The return says access_denied, with the state of another login."),
  CALLBACK_ERROR_WITHOUT_ISS(Family.LOGIN, "The return says access_denied, and names no issuer."),
  CALLBACK_ERROR_WRONG_ISS(
      Family.LOGIN, "The return says access_denied, and names another issuer."),

  CLIENT_AUDIENCE_TOKEN_ENDPOINT(
      Family.LOGIN,
      "Client assertions must name the token endpoint as their audience, as some providers"
          + " demand.",
      Care.REPORTS),
  CLIENT_KEY_UNREGISTERED(
      Family.LOGIN, "The client is registered with a key that is none of its own.", Care.REPORTS),

  TRANSPORT_RESET(
      Family.TRANSPORT, "The connection is reset before anything is done.", Care.OUTAGE),
  TRANSPORT_RESET_AFTER(
      Family.TRANSPORT,
      "The request is done, and the connection is reset before a word about it.",
      Care.OUTAGE),
  TRANSPORT_DELAY(
      Family.TRANSPORT,
      "The answer takes a minute, or as long as the injection says.",
      Care.OUTAGE),
  TRANSPORT_SLOW_DRIP(
      Family.TRANSPORT,
      "The answer comes in small pieces, for a minute or as long as the injection says.",
      Care.OUTAGE),
  TRANSPORT_TRUNCATED(
      Family.TRANSPORT,
      "The answer ends in the middle of what its Content-Length says.",
      Care.OUTAGE),
  TRANSPORT_GARBAGE(Family.TRANSPORT, "Random bytes come in the place of HTTP.", Care.OUTAGE),
  TRANSPORT_GARBAGE_BODY(
      Family.TRANSPORT, "The answer has good headers, and random bytes for a body."),
  TRANSPORT_EMPTY(Family.TRANSPORT, "The answer has good headers, and no body."),
  TRANSPORT_OVERSIZED(
      Family.TRANSPORT, "10 MB of blanks stand before the answer.", Care.MAY_REFUSE),
  TRANSPORT_WRONG_TYPE(Family.TRANSPORT, "The answer calls itself plain text.", Care.MAY_REFUSE),
  TRANSPORT_PAGE(
      Family.TRANSPORT,
      "A page comes in the place of the answer, as of a gateway that is being maintained."),
  TRANSPORT_REDIRECT(
      Family.TRANSPORT, "The request is done, and the answer sends the client to another path."),
  TRANSPORT_RATE_LIMITED(
      Family.TRANSPORT,
      "The client is asked to come back in 7 seconds, and nothing is done.",
      Care.WAITS),
  TRANSPORT_RATE_LIMITED_WITHOUT_TIME(
      Family.TRANSPORT,
      "The client is told that it asks too often, and not for how long; nothing is done.",
      Care.WAITS),
  TRANSPORT_HTTP_ERROR_500(
      Family.TRANSPORT, "The answer is 500, and nothing is done.", Care.OUTAGE),
  TRANSPORT_HTTP_ERROR_502(
      Family.TRANSPORT, "The answer is 502, and nothing is done.", Care.OUTAGE),
  TRANSPORT_HTTP_ERROR_503(
      Family.TRANSPORT, "The answer is 503, and nothing is done.", Care.OUTAGE),

  PAR_RESPONSE_HTTP_ERROR_500(
      Family.TRANSPORT, "The pushed authorization request is answered with 500.", Care.OUTAGE),
  PAR_RESPONSE_WITHOUT_REQUEST_URI(
      Family.LOGIN, "The answer to the pushed request has no request_uri."),
  PAR_RESPONSE_EXPIRED(
      Family.LOGIN,
      "The answer to the pushed request says that it expires in 0 seconds.",
      Care.MAY_REFUSE),

  TOKEN_TYPE_BEARER(Family.LOGIN, "The token response says Bearer: the token is bound to no key."),
  TOKEN_TYPE_LOWER_CASE(
      Family.LOGIN, "The token response says dpop in small letters, as it may.", Care.GOES_ON),
  TOKEN_TYPE_MISSING(Family.LOGIN, "The token response does not say of what type the token is."),
  TOKEN_RESPONSE_WITHOUT_TOKEN(
      Family.LOGIN, "The token response has no access token.", Care.MAY_REFUSE),
  TOKEN_RESPONSE_EXPIRED(
      Family.LOGIN,
      "The token response says that the token expires in 0 seconds.",
      Care.MAY_REFUSE),
  TOKEN_RESPONSE_WITHOUT_EXPIRY(
      Family.LOGIN,
      "The token response does not say for how long the token is good.",
      Care.GOES_ON),
  TOKEN_RESPONSE_OVERSIZED(Family.TRANSPORT, "The token response is 10 MB long.", Care.MAY_REFUSE),
  TOKEN_RESPONSE_HTML(Family.TRANSPORT, "The token response is a page."),
  TOKEN_RESPONSE_REDIRECT(Family.TRANSPORT, "The token endpoint sends the client to another path."),
  TOKEN_CONNECTION_RESET(
      Family.TRANSPORT,
      "The token endpoint cuts the connection after it has read the request.",
      Care.OUTAGE),
  TOKEN_RATE_LIMITED(
      Family.TRANSPORT,
      "The token endpoint asks the client to come back in 7 seconds.",
      Care.WAITS),

  REFRESH_TOKEN_ROTATED(
      Family.LOGIN,
      "Each refresh gives a new refresh token, and the old one is dead.",
      Care.GOES_ON),
  REFRESH_ID_TOKEN_OTHER_SUBJECT(
      Family.LOGIN, "The answer to a refresh brings an id token about somebody else."),

  USERINFO_OTHER_SUBJECT(
      Family.LOGIN,
      "The id token carries no personal claims, and the userinfo answer is about somebody else."),
  USERINFO_WITHOUT_SUBJECT(
      Family.LOGIN,
      "The id token carries no personal claims, and the userinfo answer does not say whom it is about."),

  PUSH_WITHOUT_AUTH_REQ_ID(
      Family.LOGIN, "The answer to a request on the phone has no auth_req_id."),
  PUSH_WITHOUT_EXPIRY(
      Family.LOGIN, "The answer to a request on the phone does not say when it expires."),
  PUSH_EXPIRY_ABSURD(
      Family.LOGIN,
      "The answer to a request on the phone says that it expires in 30 years.",
      Care.GOES_ON),
  PUSH_WITHOUT_INTERVAL(
      Family.LOGIN,
      "The answer to a request on the phone does not say how often to poll: every 5 seconds, then.",
      Care.GOES_ON),
  PUSH_INTERVAL_ABSURD(
      Family.LOGIN, "The answer to a request on the phone says to poll once a day.", Care.GOES_ON),
  PUSH_LINK_TO_OTHER_HOST(
      Family.LOGIN,
      "The link into the app, in the answer to a request on the phone, is over plain http to another host."),
  PUSH_SLOW_DOWN(
      Family.LOGIN,
      "The first poll for each request on the phone is told to slow down.",
      Care.WAITS),
  PUSH_NEVER_ANSWERED(
      Family.LOGIN,
      "The citizen's answer on the phone gets lost: the request stays open until it expires.",
      Care.ENDS),
  PUSH_ID_TOKEN_OTHER_REQUEST(
      Family.LOGIN, "The id token of a request on the phone names another request."),
  PUSH_ID_TOKEN_OTHER_CITIZEN(
      Family.LOGIN,
      "The tokens of a request on the phone are about another citizen than the one asked."),
  PING_OTHER_REQUEST(Family.LOGIN, "The ping after a decision on the phone names another request."),
  PING_WITHOUT_TOKEN(
      Family.LOGIN, "The ping after a decision on the phone comes without its Bearer token."),
  PING_WRONG_TOKEN(
      Family.LOGIN,
      "The ping after a decision on the phone comes with the Bearer token of another request."),
  PING_TWICE(Family.LOGIN, "The ping after a decision on the phone comes twice.", Care.GOES_ON),

  LOGOUT_TOKEN_BAD_SIGNATURE(Family.EVENTS, "One bit of the logout token's signature is wrong."),
  LOGOUT_TOKEN_ALG_NONE(
      Family.EVENTS, "The logout token is not signed and says so: algorithm none."),
  LOGOUT_TOKEN_WRONG_ISSUER(Family.EVENTS, "The logout token names another issuer."),
  LOGOUT_TOKEN_WRONG_AUDIENCE(Family.EVENTS, "The logout token is meant for another client."),
  LOGOUT_TOKEN_ISSUED_IN_FUTURE(
      Family.EVENTS, "The logout token will be issued in an hour.", Care.MAY_REFUSE),
  LOGOUT_TOKEN_EXPIRED(Family.EVENTS, "The logout token expired an hour ago."),
  LOGOUT_TOKEN_ISSUED_LONG_AGO(
      Family.EVENTS,
      "The logout token was issued a day ago, and has not expired.",
      Care.MAY_REFUSE),
  LOGOUT_TOKEN_WITHOUT_EXPIRY(Family.EVENTS, "The logout token never expires."),
  LOGOUT_TOKEN_WITHOUT_SUBJECT(
      Family.EVENTS, "The logout token names neither a person nor a session."),
  LOGOUT_TOKEN_WITHOUT_EVENT(
      Family.EVENTS, "The logout token does not say that it is one: it has no event."),
  LOGOUT_TOKEN_OTHER_EVENT(Family.EVENTS, "The logout token tells of another event than a logout."),
  LOGOUT_TOKEN_WITH_NONCE(
      Family.EVENTS, "The logout token carries a nonce, as only an id token may."),
  LOGOUT_TOKEN_IS_ID_TOKEN(Family.EVENTS, "An id token comes in the place of the logout token."),
  LOGOUT_TOKEN_WITHOUT_JTI(
      Family.EVENTS, "The logout token has no jti, so a copy of it cannot be told from it."),
  LOGOUT_TOKEN_TWICE(
      Family.EVENTS, "The logout token is posted twice, with one jti.", Care.MAY_REFUSE),

  EVENT_BAD_SIGNATURE(Family.EVENTS, "One bit of the signature of the registry's event is wrong."),
  EVENT_ALG_NONE(Family.EVENTS, "The registry's event is not signed and says so: algorithm none."),
  EVENT_SIGNED_BY_LOGIN_KEY(
      Family.EVENTS,
      "The registry's event is signed by the login provider instead of the registry."),
  EVENT_WRONG_TYPE(
      Family.EVENTS,
      "The registry's event calls itself a plain JWT, as an id token does.",
      Care.MAY_REFUSE),
  EVENT_WRONG_ISSUER(Family.EVENTS, "The registry's event names another registry."),
  EVENT_WRONG_AUDIENCE(Family.EVENTS, "The registry's event is meant for another client."),
  EVENT_TOO_OLD(Family.EVENTS, "The registry's event was issued a month ago.", Care.MAY_REFUSE),
  EVENT_FROM_THE_FUTURE(
      Family.EVENTS, "The registry's event will be issued in an hour.", Care.MAY_REFUSE),
  EVENT_WITHOUT_ISSUE_TIME(Family.EVENTS, "The registry's event does not say when it was issued."),
  EVENT_TWICE(Family.EVENTS, "The registry's event comes twice, with one jti.", Care.SAYS_SO),
  EVENT_OUT_OF_ORDER(
      Family.EVENTS,
      "The registry's event is held up for a second, so that a later one overtakes it.",
      Care.GOES_ON),
  EVENT_UNKNOWN_TYPE(
      Family.EVENTS, "The registry's event is of a type that nobody knows.", Care.SAYS_SO),
  EVENT_WITHOUT_JTI(
      Family.EVENTS, "The registry's event has no jti, so a copy of it cannot be told from it."),
  EVENT_SEVERAL(
      Family.EVENTS, "The registry's token tells of two events at once.", Care.MAY_REFUSE),
  EVENT_OVERSIZED(Family.EVENTS, "The registry's event is a megabyte long.", Care.MAY_REFUSE),
  EVENT_OLD_VERSION(
      Family.EVENTS,
      "The registry's event tells of a version before all others of the same thing.",
      Care.SAYS_SO),
  EVENT_WITHOUT_VERSION(
      Family.EVENTS, "The registry's event does not say which version it tells of.", Care.GOES_ON),
  EVENT_UNKNOWN_MEMBER(
      Family.EVENTS, "The registry's event has a member that nobody knows.", Care.GOES_ON),

  RECEIPT_BAD_SIGNATURE(
      Family.CONSENT_AND_DATA, "One bit of the consent receipt's signature is wrong."),
  RECEIPT_WRONG_ISSUER(Family.CONSENT_AND_DATA, "The consent receipt names another registry."),
  RECEIPT_OTHER_RECIPIENT(
      Family.CONSENT_AND_DATA, "The consent receipt is made out to another recipient."),
  RECEIPT_OTHER_CONSENT(Family.CONSENT_AND_DATA, "The consent receipt is about another consent."),
  RECEIPT_EXPIRED_IN_PAST(Family.CONSENT_AND_DATA, "The consent receipt expired before it came."),
  RECEIPT_ALG_NONE(
      Family.CONSENT_AND_DATA, "The consent receipt is not signed and says so: algorithm none."),
  RECEIPT_SIGNED_BY_LOGIN_KEY(
      Family.CONSENT_AND_DATA,
      "The consent receipt is signed by the login provider instead of the registry."),
  RECEIPT_WIDER_GRANT(
      Family.CONSENT_AND_DATA, "The consent receipt grants a data set that was not asked for."),
  RECEIPT_OTHER_PURPOSE(
      Family.CONSENT_AND_DATA,
      "The consent receipt grants another purpose than the one asked for."),
  RECEIPT_LONGER_THAN_ASKED(
      Family.CONSENT_AND_DATA, "The consent receipt is good for a year longer than asked for."),
  RECEIPT_MORE_USES(
      Family.CONSENT_AND_DATA,
      "The consent receipt grants a use more than asked for; only where uses were asked for."),
  RECEIPT_WIDER_PERIOD(
      Family.CONSENT_AND_DATA,
      "The consent receipt grants all time; only where a period was asked for."),
  RECEIPT_CROSS_BORDER(
      Family.CONSENT_AND_DATA,
      "The consent receipt lets data leave Vietnam; only where that was not asked for."),
  RECEIPT_OTHER_RECIPIENTS(
      Family.CONSENT_AND_DATA, "The consent receipt names a recipient more than was asked for."),
  RECEIPT_OTHER_NOTICE(
      Family.CONSENT_AND_DATA,
      "The consent receipt holds the hash of another notice than the one asked for."),
  RECEIPT_OTHER_SUBJECT(Family.CONSENT_AND_DATA, "The consent receipt is about another citizen."),
  RECEIPT_MISQUOTES_REQUEST(
      Family.CONSENT_AND_DATA,
      "The consent receipt says that a data set more was asked for, and grants it too."),
  RECEIPT_IS_END_RECEIPT(
      Family.CONSENT_AND_DATA, "The receipt of an end comes in the place of the consent receipt."),

  END_RECEIPT_BAD_SIGNATURE(
      Family.CONSENT_AND_DATA, "One bit of the signature of the receipt of an end is wrong."),
  END_RECEIPT_OTHER_CONSENT(
      Family.CONSENT_AND_DATA, "The receipt of an end is about another consent."),
  END_RECEIPT_MISSING(
      Family.CONSENT_AND_DATA, "The consent has ended, and there is no receipt of it."),
  CONSENT_REVOKED_IN_PULL(
      Family.CONSENT_AND_DATA,
      "The citizen takes the consent back while the first page of records is on its way; only where there are more pages.",
      Care.ENDS),
  CONSENT_STATE_UNKNOWN(Family.CONSENT_AND_DATA, "The consent is in a state that nobody knows."),

  TAX_LINK_OTHER_CITIZEN(
      Family.TAX_AND_POPULATION,
      "The link of a citizen's number says that the tax code is another person's number."),
  TAX_LINK_MISMATCH(
      Family.TAX_AND_POPULATION,
      "The tax registry says that the name does not match, whatever it was.",
      Care.ENDS),
  TAX_LINK_UNKNOWN_RESULT(
      Family.TAX_AND_POPULATION,
      "The link of a number has a result that nobody has heard of.",
      Care.SAYS_SO),
  TAX_STATUS_UNKNOWN_CODE(
      Family.TAX_AND_POPULATION,
      "The status of a tax code is 77, which no list has.",
      Care.SAYS_SO),
  TAX_STATUS_OTHER_CODE(
      Family.TAX_AND_POPULATION,
      "The answer about a tax code, its status or its history, is about another code."),
  TAX_CASE_OTHER_NUMBER(
      Family.TAX_AND_POPULATION, "The answer about a case under review is about another case."),

  CHECK_RECEIPT_BAD_SIGNATURE(
      Family.TAX_AND_POPULATION,
      "One bit of the signature of a population check's receipt is wrong."),
  CHECK_RECEIPT_WRONG_AUDIENCE(
      Family.TAX_AND_POPULATION,
      "The receipt of a population check is made out to another client."),
  CHECK_RECEIPT_OTHER_REQUEST(
      Family.TAX_AND_POPULATION,
      "The receipt of a population check holds the hash of another request."),
  CHECK_RECEIPT_OTHER_ANSWER(
      Family.TAX_AND_POPULATION,
      "The receipt of a population check says the opposite of the answer beside it."),
  CHECK_RECEIPT_OLD(
      Family.TAX_AND_POPULATION,
      "The receipt of a population check says that the register answered yesterday."),
  CHECK_RECEIPT_MISSING(
      Family.TAX_AND_POPULATION, "The population check is answered without a receipt."),
  CHECK_ANSWER_UNKNOWN(
      Family.TAX_AND_POPULATION,
      "The answer to a population check, and in its receipt, is a word that nobody knows.",
      Care.SAYS_SO),

  PAGE_LINK_TO_OTHER_HOST(
      Family.CONSENT_AND_DATA, "The link to the next page of records leads to another host."),
  PAGE_LINK_LOOP(
      Family.CONSENT_AND_DATA, "The link to the next page of records leads back to the same page."),
  PAGE_REPEATS(
      Family.CONSENT_AND_DATA,
      "Each next page of records has the resources of the page before again."),
  PAGE_LINK_CIRCLE(Family.CONSENT_AND_DATA, "The third page of records links to the second one."),
  PAGE_CONNECTION_CUT(
      Family.CONSENT_AND_DATA,
      "The connection breaks in the middle of a page of records.",
      Care.OUTAGE),
  PAGE_TRUNCATED(
      Family.CONSENT_AND_DATA, "The page of records comes whole, but its JSON ends in the middle."),
  PAGE_HUGE_RESOURCE(
      Family.CONSENT_AND_DATA, "The first resource of the page of records is 50 MB long."),
  PAGE_INVALID_UTF8(Family.CONSENT_AND_DATA, "One byte of the page of records is none of UTF-8."),
  PAGE_OTHER_PATIENT(
      Family.CONSENT_AND_DATA, "The last resource of the page of records is another patient's."),
  PAGE_FEWER_THAN_TOTAL(
      Family.CONSENT_AND_DATA,
      "The page of records says that there are more resources than will come, without a reason.",
      Care.SAYS_SO),
  PAGE_WITHHELD_UNKNOWN(
      Family.CONSENT_AND_DATA,
      "The page of records says that something is withheld, for a reason that nobody knows.",
      Care.SAYS_SO),

  RECORDS_NOT_ENCRYPTED(
      Family.CONSENT_AND_DATA,
      "The citizen's data comes in the clear, though the client is registered for encryption."),
  RECORDS_ENCRYPTED_FOR_OTHER_KEY(
      Family.CONSENT_AND_DATA,
      "The citizen's data is encrypted for another key, which it gives the id of the client's."),
  RECORDS_ENCRYPTED_UNSIGNED(
      Family.CONSENT_AND_DATA, "The encrypted data of the citizen is not signed."),
  RECORDS_SIGNED_BY_STRANGER(
      Family.CONSENT_AND_DATA,
      "The encrypted data of the citizen is signed by a stranger under the registry's key id."),
  RECORDS_ENCRYPTED_OTHER_PAGE(
      Family.CONSENT_AND_DATA,
      "The encrypted data of the citizen is signed as the answer to another request."),
  RECORDS_HTTP_ERROR_503(
      Family.CONSENT_AND_DATA,
      "The request for the citizen's data is answered with 503.",
      Care.OUTAGE),
  RECORDS_TOKEN_EXPIRED(
      Family.CONSENT_AND_DATA,
      "The access token for the citizen's data is expired when it is first used.",
      Care.GOES_ON),
  RECORDS_HTML(
      Family.CONSENT_AND_DATA, "The request for the citizen's data is answered with a page."),

  BATCH_HTTP_ERROR_500(
      Family.TAX_AND_POPULATION,
      "The batch is done, and the answer is 500 all the same.",
      Care.OUTAGE),
  BATCH_RATE_LIMITED(
      Family.TAX_AND_POPULATION,
      "The registry does nothing with the batch and asks the client to come back in a second.",
      Care.WAITS),
  BATCH_SLOW(
      Family.TAX_AND_POPULATION, "The registry takes ten minutes for the batch.", Care.WAITS),
  BATCH_CONNECTION_RESET(
      Family.TAX_AND_POPULATION,
      "The batch is done, and the connection breaks before a word about it.",
      Care.OUTAGE),
  BATCH_RESULT_CUT(
      Family.TAX_AND_POPULATION,
      "The connection breaks in the middle of the results of a batch.",
      Care.OUTAGE),
  BATCH_RESULT_ROW_MISSING(
      Family.TAX_AND_POPULATION, "One row of the batch has no result.", Care.SAYS_SO),
  BATCH_RESULT_ROW_TWICE(
      Family.TAX_AND_POPULATION, "The result of one row stands in the answer twice.", Care.GOES_ON),
  BATCH_RESULT_CONTRADICTION(
      Family.TAX_AND_POPULATION,
      "One row of the batch has two results, and they contradict each other."),
  BATCH_RESULT_FOREIGN_ROW(
      Family.TAX_AND_POPULATION, "The results hold one for a row key that nobody sent."),
  BATCH_RESULT_OTHER_CITIZEN(
      Family.TAX_AND_POPULATION,
      "The tax code of one row is the number of another citizen; only where a row is linked."),
  BATCH_RESULT_UNKNOWN(
      Family.TAX_AND_POPULATION, "One row has a result that nobody has heard of.", Care.SAYS_SO),
  BATCH_RESULT_NOT_NDJSON(Family.TAX_AND_POPULATION, "The results of the batch are a page."),
  BATCH_FORGOTTEN(
      Family.TAX_AND_POPULATION,
      "The registry wants time for the batch, and then knows of no such batch.",
      Care.OUTAGE),
  BATCH_REAL_TAX_CODE(
      Family.TAX_AND_POPULATION,
      "The tax code of one row is none of the synthetic ones; only where a row is linked.");

  private final Family family;
  private final String sentence;
  private final Care care;

  Fault(Family family, String sentence) {
    this(family, sentence, Care.REFUSES);
  }

  Fault(Family family, String sentence, Care care) {
    this.family = family;
    this.sentence = sentence;
    this.care = care;
  }

  /** What the faults of a kind spoil. */
  public enum Family {
    /** A login: discovery, keys, the way back, tokens, the phone. */
    LOGIN,
    /** The way of a request and its answer, whatever they say. */
    TRANSPORT,
    /** A consent, its receipts, and data that is read under it. */
    CONSENT_AND_DATA,
    /** The tax registry and the population register. */
    TAX_AND_POPULATION,
    /** What is posted to an application: logouts and events. */
    EVENTS;

    /** The name as it is read: {@code consent and data}. */
    String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** What a careful application does about a fault. */
  public enum Care {
    /** The usual one: it was lied to, or cannot know that it was not. */
    REFUSES("refuses what came, and uses nothing of it"),
    /** The standards leave it open, so {@code examine} calls both fine; to refuse is the safer. */
    MAY_REFUSE("refuses what came, though the standards would let it go on"),
    /** The standards allow it, or it is no harm. */
    GOES_ON("goes on"),
    /** The server asks for patience. */
    WAITS("waits, no shorter than it was told, and repeats only what is safe to repeat"),
    /** The server is out of order, or the way to it. */
    OUTAGE("tells of an outage, and repeats only what is safe to repeat"),
    /** The server says what a later version of it may say, or says a thing again. */
    SAYS_SO("goes on, and tells what is missing, unknown or repeated apart from the rest"),
    /** The answer is no. */
    ENDS("ends it, with nobody logged in and nothing granted"),
    /** Whoever registered the application must act. */
    REPORTS("tells its operator that the registration does not fit");

    private final String words;

    Care(String words) {
      this.words = words;
    }

    /** The end of a sentence that begins with the application. */
    public String words() {
      return words;
    }
  }

  /**
   * The fault of a name, in any case, with dashes or underscores.
   *
   * @throws IllegalArgumentException if there is none; it tells the nearest name and all of them
   */
  public static Fault named(String name) {
    String wanted = Spelling.constant(name);
    return Arrays.stream(values())
        .filter(fault -> fault.name().equals(wanted))
        .findFirst()
        .orElseThrow(() -> unknown(name, wanted));
  }

  private static IllegalArgumentException unknown(String name, String wanted) {
    String nearest =
        Spelling.nearest(wanted, Arrays.stream(values()).map(Fault::name)).orElseThrow();
    return new IllegalArgumentException(
        "There is no fault %s; the nearest one is %s. There are:\n%s"
            .formatted(shown(name), Fault.valueOf(nearest).title(), namesByFamily()));
  }

  private static String namesByFamily() {
    return Arrays.stream(Family.values())
        .map(family -> "  " + family.words() + ": " + names(family))
        .collect(Collectors.joining("\n"));
  }

  private static String names(Family family) {
    return Arrays.stream(values())
        .filter(fault -> fault.family() == family)
        .map(Fault::title)
        .collect(Collectors.joining(", "));
  }

  // Of a name that came over HTTP, no more than a name can be.
  private static String shown(String name) {
    return name.length() > 60 || !name.matches("[\\w .-]+") ? "of that name" : name;
  }

  /** The name as it is written on a command line: {@code id-token-expired}. */
  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it spoils. */
  public Family family() {
    return family;
  }

  /** What the server does wrong, in one sentence. */
  public String sentence() {
    return sentence;
  }

  /** What a careful application does about it. */
  public Care care() {
    return care;
  }
}
