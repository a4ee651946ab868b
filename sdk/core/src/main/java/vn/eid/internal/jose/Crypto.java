package vn.eid.internal.jose;

import com.nimbusds.jose.jca.JCAAware;
import com.nimbusds.jose.jca.JCAContext;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.Signature;
import java.util.List;
import java.util.Optional;

/**
 * By whom the arithmetic of a client's keys is done: by the JDK, or where the application chose a
 * provider, by that for the kinds of key that it can do. Nothing is installed in the JVM.
 */
public final class Crypto {
  /** The JDK's own. */
  public static final Crypto JDK = new Crypto(Optional.empty());

  private final Optional<Provider> chosen;

  private Crypto(Optional<Provider> chosen) {
    this.chosen = chosen;
  }

  /** What a provider may do; one of the names is enough. */
  record Service(String type, List<String> names) {
    boolean isDoneBy(Provider provider) {
      return nameAt(provider).isPresent();
    }

    private Optional<String> nameAt(Provider provider) {
      return names.stream().filter(name -> provider.getService(type, name) != null).findFirst();
    }

    /** To sign or verify with; by the JDK where there is no provider. */
    Signature signature(Optional<Provider> provider) throws GeneralSecurityException {
      return provider.isPresent()
          ? Signature.getInstance(nameAt(provider.get()).orElseThrow(), provider.get())
          : Signature.getInstance(names.get(0));
    }
  }

  /** By this provider, which must sign and verify with one kind of key at least. */
  public static Optional<Crypto> by(Provider provider) {
    Crypto crypto = new Crypto(Optional.of(provider));
    boolean any = crypto.signing(KeyKind.EC).or(() -> crypto.signing(KeyKind.RSA)).isPresent();
    return any ? Optional.of(crypto) : Optional.empty();
  }

  /** The chosen provider, where it signs and verifies with keys of this kind. */
  Optional<Provider> signing(KeyKind kind) {
    return doing(kind.signing, kind);
  }

  /** The chosen provider, where it opens what is encrypted to keys of this kind. */
  Optional<Provider> opening(KeyKind kind) {
    return doing(kind.opening, kind);
  }

  /** The chosen provider, where it makes new keys of this kind. */
  Optional<Provider> generating(KeyKind kind) {
    return doing(new Service("KeyPairGenerator", List.of(kind.name())), kind);
  }

  private Optional<Provider> doing(Service service, KeyKind kind) {
    Service keys = new Service("KeyFactory", List.of(kind.name()));
    return chosen.filter(provider -> service.isDoneBy(provider) && keys.isDoneBy(provider));
  }

  /** Has a signer or verifier work by the provider, if there is one. */
  static <T extends JCAAware<? extends JCAContext>> T by(Optional<Provider> provider, T worker) {
    provider.ifPresent(worker.getJCAContext()::setProvider);
    return worker;
  }

  /** The key in the provider's own form, so that it is not translated for each signature. */
  static <K extends Key> K own(K key, Optional<Provider> provider, Class<K> type) {
    if (provider.isEmpty()) {
      return key;
    }
    try {
      KeyFactory keys = KeyFactory.getInstance(key.getAlgorithm(), provider.get());
      return type.cast(keys.translateKey(key));
    } catch (GeneralSecurityException | RuntimeException e) {
      return key;
    }
  }
}
