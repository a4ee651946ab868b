package vn.eid;

import java.security.Provider;
import java.util.Optional;
import vn.eid.internal.jose.Crypto;

/**
 * By whom the tests' clients have their arithmetic done: the JDK, or the provider whose class the
 * system property {@code eid.test.crypto} names, so that the same tests run with each.
 */
public final class ChosenCrypto {
  /** Names the provider's class. */
  public static final String PROPERTY = "eid.test.crypto";

  private ChosenCrypto() {}

  /** The same builder, of a client by the chosen provider. */
  public static EidClient.Builder in(EidClient.Builder builder) {
    return provider().map(builder::cryptoProvider).orElse(builder);
  }

  /** The same for what is below a client. */
  public static Crypto crypto() {
    return provider().flatMap(Crypto::by).orElse(Crypto.JDK);
  }

  private static Optional<Provider> provider() {
    return Optional.ofNullable(System.getProperty(PROPERTY)).map(ChosenCrypto::made);
  }

  private static Provider made(String name) {
    try {
      return Class.forName(name).asSubclass(Provider.class).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("No provider " + name + " to run the tests with.", e);
    }
  }
}
