package vn.eid.mock.state;

import java.time.Clock;

/** The server's keys, the login provider's and the consent registry's, and a stranger's. */
public final class Keys {
  private final ProviderKeys provider;
  private final SigningKey registry =
      SigningKey.generate("registry-" + Secrets.random().substring(0, 8));
  private final StrangerKey stranger = new StrangerKey();

  Keys(Clock clock) {
    this.provider = new ProviderKeys(clock);
  }

  /** Signs id tokens now. Ask each time: the provider changes its keys. */
  public SigningKey provider() {
    return provider.signing();
  }

  /** What stands at {@code /jwks}. */
  public ProviderKeys ofProvider() {
    return provider;
  }

  /** Signs consent receipts; its public half stands at {@code /registry/jwks}. */
  public SigningKey registry() {
    return registry;
  }

  /** Signs what nobody should believe. */
  public StrangerKey stranger() {
    return stranger;
  }

  void reset() {
    provider.reset();
  }
}
