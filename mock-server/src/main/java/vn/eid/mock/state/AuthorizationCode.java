package vn.eid.mock.state;

/** A login that was approved and waits for its client to fetch the tokens. */
public record AuthorizationCode(String value, AuthorizationRequest request, Session session) {

  /** Masked: a log must not hold a code. */
  @Override
  public String toString() {
    return "AuthorizationCode[" + request.clientId() + "]";
  }
}
