package vn.eid.mock;

/**
 * A way in which the mock server can misbehave, so that a test sees its application refuse. Switch
 * one on with {@link EidMock#inject} or {@link EidMock#injectOnce}. Immutable, safe for use by
 * several threads.
 */
public enum Fault {
  /** The discovery document names another issuer. */
  DISCOVERY_WRONG_ISSUER,
  /** The discovery document has no pushed authorization request endpoint. */
  DISCOVERY_WITHOUT_PAR,

  /** The provider's key set is a page. */
  KEYS_HTML,
  /** The provider's key set has no key. */
  KEYS_EMPTY,
  /** The provider's key set is answered with 500. */
  KEYS_HTTP_ERROR_500,
  /**
   * The provider's key set has a second key of the same kind, and neither the keys nor the id token
   * have a key id. For once, it ends when the key set is fetched.
   */
  KEYS_SEVERAL_WITHOUT_KID,

  /** The id token names another issuer. */
  ID_TOKEN_WRONG_ISSUER,
  /** The id token is meant for another client. */
  ID_TOKEN_WRONG_AUDIENCE,
  /** The id token is meant for this client and for another one. */
  ID_TOKEN_SECOND_AUDIENCE,
  /** The id token's authorized party is another client. */
  ID_TOKEN_WRONG_AZP,
  /** The id token carries the nonce of another login. */
  ID_TOKEN_WRONG_NONCE,
  /** The id token carries no nonce. */
  ID_TOKEN_WITHOUT_NONCE,
  /** The id token expired an hour ago. */
  ID_TOKEN_EXPIRED,
  /** The id token never expires. */
  ID_TOKEN_WITHOUT_EXPIRY,
  /** The id token will be issued in an hour. */
  ID_TOKEN_ISSUED_IN_FUTURE,
  /** One bit of the id token's signature is wrong. */
  ID_TOKEN_BAD_SIGNATURE,
  /** The id token is signed by a key that is not in the key set. */
  ID_TOKEN_UNKNOWN_KEY,
  /** The id token is not signed and says so: algorithm none. */
  ID_TOKEN_ALG_NONE,
  /** The id token is signed with HS256 over the bytes of the provider's public key. */
  ID_TOKEN_SYMMETRIC,
  /** The id token does not say which key signed it; allowed where the provider has one key. */
  ID_TOKEN_WITHOUT_KID,
  /** The id token is a stranger's, and its header says where to fetch the key: {@code jku}. */
  ID_TOKEN_WITH_JKU,
  /**
   * The id token is a stranger's, and its header says where to fetch a certificate: {@code x5u}.
   */
  ID_TOKEN_WITH_X5U,
  /** The id token is a stranger's, and its header brings the key along: {@code jwk}. */
  ID_TOKEN_WITH_EMBEDDED_KEY,
  /** The id token is signed well, and names a critical extension that nobody knows. */
  ID_TOKEN_WITH_CRIT,
  /** The id token shows the lowest level, whatever level was demanded. */
  ID_TOKEN_LOWER_LEVEL,
  /** The id token says that the citizen signed in yesterday, however fresh it had to be. */
  ID_TOKEN_STALE_LOGIN,
  /** The id token's {@code at_hash} belongs to another access token. */
  ID_TOKEN_WRONG_AT_HASH,
  /** The token response has no id token. */
  ID_TOKEN_MISSING,
  /** The id token's citizen number is none of the synthetic ones. */
  ID_TOKEN_REAL_CITIZEN_NUMBER,

  /** The id token is signed only, though the client is registered for encryption. */
  ID_TOKEN_NOT_ENCRYPTED,
  /** The encrypted id token holds the claims without any signature. */
  ID_TOKEN_ENCRYPTED_UNSIGNED,
  /** The encrypted id token holds a token of algorithm none. */
  ID_TOKEN_ENCRYPTED_ALG_NONE_INSIDE,
  /** The encrypted id token is compressed, and 20 MB long once it is not. */
  ID_TOKEN_ENCRYPTED_COMPRESSED,
  /** The id token is encrypted with a password, and a thousand million rounds to make it a key. */
  ID_TOKEN_ENCRYPTED_PBES2,
  /** The id token is encrypted for an RSA key of the client's with the algorithm of old, RSA1_5. */
  ID_TOKEN_ENCRYPTED_RSA1_5,
  /** The id token is encrypted for another key, which it gives the id of the client's. */
  ID_TOKEN_ENCRYPTED_FOR_OTHER_KEY,
  /** The encrypted id token lacks the last four bytes of its authentication tag. */
  ID_TOKEN_ENCRYPTED_CUT,

  /** The return from the login names no issuer. */
  CALLBACK_WITHOUT_ISS,
  /** The return from the login names another issuer. */
  CALLBACK_WRONG_ISS,
  /** The return from the login carries the state of another login. */
  CALLBACK_WRONG_STATE,
  /** The return from the login carries two codes. */
  CALLBACK_TWO_CODES,

  /** Client assertions must name the token endpoint as their audience, as some providers demand. */
  CLIENT_AUDIENCE_TOKEN_ENDPOINT,
  /** The client is registered with a key that is none of its own. */
  CLIENT_KEY_UNREGISTERED,

  /** The pushed authorization request is answered with 500. */
  PAR_RESPONSE_HTTP_ERROR_500,

  /** The token response says {@code Bearer}: the token is bound to no key. */
  TOKEN_TYPE_BEARER,
  /** The token response does not say for how long the token is good. */
  TOKEN_RESPONSE_WITHOUT_EXPIRY,
  /** The token response is 10 MB long. */
  TOKEN_RESPONSE_OVERSIZED,
  /** The token response is a page. */
  TOKEN_RESPONSE_HTML,
  /** The token endpoint sends the client to another path. */
  TOKEN_RESPONSE_REDIRECT,
  /** The token endpoint cuts the connection after it has read the request. */
  TOKEN_CONNECTION_RESET,
  /** The token endpoint asks the client to come back in 7 seconds. */
  TOKEN_RATE_LIMITED,

  /** Each refresh gives a new refresh token, and the old one is dead. */
  REFRESH_TOKEN_ROTATED,

  /** The id token carries no personal claims, and the userinfo answer is about somebody else. */
  USERINFO_OTHER_SUBJECT,

  /** The answer to a request on the phone has no {@code auth_req_id}. */
  PUSH_WITHOUT_AUTH_REQ_ID,
  /** The first poll for each request on the phone is told to slow down. */
  PUSH_SLOW_DOWN,
  /** The citizen's answer on the phone gets lost: the request stays open until it expires. */
  PUSH_NEVER_ANSWERED,
  /** The id token of a request on the phone names another request. */
  PUSH_ID_TOKEN_OTHER_REQUEST,
  /** The tokens of a request on the phone are about another citizen than the one asked. */
  PUSH_ID_TOKEN_OTHER_CITIZEN,

  /** One bit of the logout token's signature is wrong. */
  LOGOUT_TOKEN_BAD_SIGNATURE,
  /** The logout token is not signed and says so: algorithm none. */
  LOGOUT_TOKEN_ALG_NONE,
  /** The logout token names another issuer. */
  LOGOUT_TOKEN_WRONG_ISSUER,
  /** The logout token is meant for another client. */
  LOGOUT_TOKEN_WRONG_AUDIENCE,
  /** The logout token will be issued in an hour. */
  LOGOUT_TOKEN_ISSUED_IN_FUTURE,
  /** The logout token expired an hour ago. */
  LOGOUT_TOKEN_EXPIRED,
  /** The logout token never expires. */
  LOGOUT_TOKEN_WITHOUT_EXPIRY,
  /** The logout token names neither a person nor a session. */
  LOGOUT_TOKEN_WITHOUT_SUBJECT,
  /** The logout token does not say that it is one: it has no event. */
  LOGOUT_TOKEN_WITHOUT_EVENT,
  /** The logout token carries a nonce, as only an id token may. */
  LOGOUT_TOKEN_WITH_NONCE,
  /** An id token comes in the place of the logout token. */
  LOGOUT_TOKEN_IS_ID_TOKEN,
  /** The logout token has no {@code jti}, so a copy of it cannot be told from it. */
  LOGOUT_TOKEN_WITHOUT_JTI,

  /** One bit of the signature of the registry's event is wrong. */
  EVENT_BAD_SIGNATURE,
  /** The registry's event names another registry. */
  EVENT_WRONG_ISSUER,
  /** The registry's event is meant for another client. */
  EVENT_WRONG_AUDIENCE,
  /** The registry's event was issued a month ago. */
  EVENT_TOO_OLD,
  /** The registry's event will be issued in an hour. */
  EVENT_FROM_THE_FUTURE,
  /** The registry's event comes twice, with one {@code jti}. */
  EVENT_TWICE,
  /** The registry's event is of a type that nobody knows. */
  EVENT_UNKNOWN_TYPE,
  /** The registry's event has no {@code jti}, so a copy of it cannot be told from it. */
  EVENT_WITHOUT_JTI,

  /** One bit of the consent receipt's signature is wrong. */
  RECEIPT_BAD_SIGNATURE,
  /** The consent receipt names another registry. */
  RECEIPT_WRONG_ISSUER,
  /** The consent receipt is made out to another recipient. */
  RECEIPT_OTHER_RECIPIENT,
  /** The consent receipt is about another consent. */
  RECEIPT_OTHER_CONSENT,
  /** The consent receipt expired before it came. */
  RECEIPT_EXPIRED_IN_PAST,
  /** The consent receipt is not signed and says so: algorithm none. */
  RECEIPT_ALG_NONE,
  /** The consent receipt is signed by the login provider instead of the registry. */
  RECEIPT_SIGNED_BY_LOGIN_KEY,
  /** The consent receipt grants a data set that was not asked for. */
  RECEIPT_WIDER_GRANT,
  /** The consent receipt grants another purpose than the one asked for. */
  RECEIPT_OTHER_PURPOSE,
  /** The consent receipt is good for a year longer than asked for. */
  RECEIPT_LONGER_THAN_ASKED,
  /** The consent receipt grants a use more than asked for; only where uses were asked for. */
  RECEIPT_MORE_USES,
  /** The consent receipt grants all time; only where a period was asked for. */
  RECEIPT_WIDER_PERIOD,
  /** The consent receipt lets data leave Vietnam; only where that was not asked for. */
  RECEIPT_CROSS_BORDER,
  /** The consent receipt names a recipient more than was asked for. */
  RECEIPT_OTHER_RECIPIENTS,
  /** The consent receipt holds the hash of another notice than the one asked for. */
  RECEIPT_OTHER_NOTICE,
  /** The consent receipt is about another citizen. */
  RECEIPT_OTHER_SUBJECT,
  /** The consent receipt says that a data set more was asked for, and grants it too. */
  RECEIPT_MISQUOTES_REQUEST,
  /** The receipt of an end comes in the place of the consent receipt. */
  RECEIPT_IS_END_RECEIPT,

  /** One bit of the signature of the receipt of an end is wrong. */
  END_RECEIPT_BAD_SIGNATURE,
  /** The receipt of an end is about another consent. */
  END_RECEIPT_OTHER_CONSENT,
  /** The consent has ended, and there is no receipt of it. */
  END_RECEIPT_MISSING,

  /** The link of a citizen's number says that the tax code is another person's number. */
  TAX_LINK_OTHER_CITIZEN,
  /** The status of a tax code is 77, which no list has. */
  TAX_STATUS_UNKNOWN_CODE,
  /** The answer about a tax code, its status or its history, is about another code. */
  TAX_STATUS_OTHER_CODE,
  /** The answer about a case under review is about another case. */
  TAX_CASE_OTHER_NUMBER,

  /** One bit of the signature of a population check's receipt is wrong. */
  CHECK_RECEIPT_BAD_SIGNATURE,
  /** The receipt of a population check is made out to another client. */
  CHECK_RECEIPT_WRONG_AUDIENCE,
  /** The receipt of a population check holds the hash of another request. */
  CHECK_RECEIPT_OTHER_REQUEST,
  /** The receipt of a population check says the opposite of the answer beside it. */
  CHECK_RECEIPT_OTHER_ANSWER,
  /** The receipt of a population check says that the register answered yesterday. */
  CHECK_RECEIPT_OLD,
  /** The population check is answered without a receipt. */
  CHECK_RECEIPT_MISSING,
  /** The answer to a population check, and in its receipt, is a word that nobody knows. */
  CHECK_ANSWER_UNKNOWN,

  /** The link to the next page of records leads to another host. */
  PAGE_LINK_TO_OTHER_HOST,
  /** The link to the next page of records leads back to the same page. */
  PAGE_LINK_LOOP,
  /** Each next page of records has the resources of the page before again. */
  PAGE_REPEATS,
  /** The third page of records links to the second one. */
  PAGE_LINK_CIRCLE,
  /** The connection breaks in the middle of a page of records. */
  PAGE_CONNECTION_CUT,
  /** The page of records comes whole, but its JSON ends in the middle. */
  PAGE_TRUNCATED,
  /** The first resource of the page of records is 50 MB long. */
  PAGE_HUGE_RESOURCE,
  /** One byte of the page of records is none of UTF-8. */
  PAGE_INVALID_UTF8,
  /** The last resource of the page of records is another patient's. */
  PAGE_OTHER_PATIENT,
  /** The page of records says that there are more resources than will come, without a reason. */
  PAGE_FEWER_THAN_TOTAL,

  /** The citizen's data comes in the clear, though the client is registered for encryption. */
  RECORDS_NOT_ENCRYPTED,
  /** The citizen's data is encrypted for another key, which it gives the id of the client's. */
  RECORDS_ENCRYPTED_FOR_OTHER_KEY,
  /** The encrypted data of the citizen is not signed. */
  RECORDS_ENCRYPTED_UNSIGNED,
  /** The encrypted data of the citizen is signed by a stranger under the registry's key id. */
  RECORDS_SIGNED_BY_STRANGER,
  /** The encrypted data of the citizen is signed as the answer to another request. */
  RECORDS_ENCRYPTED_OTHER_PAGE,
  /** The request for the citizen's data is answered with 503. */
  RECORDS_HTTP_ERROR_503,
  /** The access token for the citizen's data is expired when it is first used. */
  RECORDS_TOKEN_EXPIRED,
  /** The request for the citizen's data is answered with a page. */
  RECORDS_HTML,

  /** The batch is done, and the answer is 500 all the same. */
  BATCH_HTTP_ERROR_500,
  /** The registry does nothing with the batch and asks the client to come back in a second. */
  BATCH_RATE_LIMITED,
  /** The batch is done, and the connection breaks before a word about it. */
  BATCH_CONNECTION_RESET,
  /** The connection breaks in the middle of the results of a batch. */
  BATCH_RESULT_CUT,
  /** One row of the batch has no result. */
  BATCH_RESULT_ROW_MISSING,
  /** The result of one row stands in the answer twice. */
  BATCH_RESULT_ROW_TWICE,
  /** One row of the batch has two results, and they contradict each other. */
  BATCH_RESULT_CONTRADICTION,
  /** The results hold one for a row key that nobody sent. */
  BATCH_RESULT_FOREIGN_ROW,
  /** The tax code of one row is the number of another citizen; only where a row is linked. */
  BATCH_RESULT_OTHER_CITIZEN,
  /** One row has a result that nobody has heard of. */
  BATCH_RESULT_UNKNOWN,
  /** The results of the batch are a page. */
  BATCH_RESULT_NOT_NDJSON,
  /** The registry wants time for the batch, and then knows of no such batch. */
  BATCH_FORGOTTEN,
  /** The tax code of one row is none of the synthetic ones; only where a row is linked. */
  BATCH_REAL_TAX_CODE
}
