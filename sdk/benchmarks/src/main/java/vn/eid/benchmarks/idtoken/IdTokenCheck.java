package vn.eid.benchmarks.idtoken;

/** Checks id tokens of one login: signature, issuer, audience, expiry and nonce. */
@FunctionalInterface
interface IdTokenCheck {
  /** The claims, in whatever form; throws where the token is refused. */
  Object verify(String idToken) throws Exception;
}
