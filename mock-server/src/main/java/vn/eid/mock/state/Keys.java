package vn.eid.mock.state;

/** The server's two keys: the login provider's and the consent registry's. */
public final class Keys {
  private final SigningKey provider =
      SigningKey.generate("login-" + Secrets.random().substring(0, 8));
  private final SigningKey registry =
      SigningKey.generate("registry-" + Secrets.random().substring(0, 8));

  /** Signs id tokens; its public half stands at {@code /jwks}. */
  public SigningKey provider() {
    return provider;
  }

  /** Signs consent receipts; its public half stands at {@code /registry/jwks}. */
  public SigningKey registry() {
    return registry;
  }
}
