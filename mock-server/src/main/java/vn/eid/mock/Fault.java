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
  /** The id token's {@code at_hash} belongs to another access token. */
  ID_TOKEN_WRONG_AT_HASH,
  /** The token response has no id token. */
  ID_TOKEN_MISSING,
  /** The id token's citizen number is none of the synthetic ones. */
  ID_TOKEN_REAL_CITIZEN_NUMBER,

  /** The return from the login names no issuer. */
  CALLBACK_WITHOUT_ISS,
  /** The return from the login names another issuer. */
  CALLBACK_WRONG_ISS,
  /** The return from the login carries the state of another login. */
  CALLBACK_WRONG_STATE,
  /** The return from the login carries two codes. */
  CALLBACK_TWO_CODES,

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

  /** The id token carries no personal claims, and the userinfo answer is about somebody else. */
  USERINFO_OTHER_SUBJECT,

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

  /** The link to the next page of records leads to another host. */
  PAGE_LINK_TO_OTHER_HOST,
  /** The link to the next page of records leads back to the same page. */
  PAGE_LINK_LOOP,
  /** The records endpoint answers with a page. */
  RECORDS_HTML
}
