package vn.eid.mock.state;

import java.util.List;
import org.jose4j.jwk.JsonWebKeySet;

/**
 * The application that is registered from the start, and the key that its owner signs with. At the
 * real authority nobody but the owner has that key.
 */
public record DemoClient(Client client, SigningKey key) {
  /** The id under which the application is registered. */
  public static final String ID = "demo-client";

  public static DemoClient create(List<String> redirectUris, String nameVi, String nameEn) {
    SigningKey key = SigningKey.generate("demo-" + Secrets.random().substring(0, 8));
    JsonWebKeySet keys = new JsonWebKeySet(key.publicKey());
    return new DemoClient(new Client(ID, List.copyOf(redirectUris), keys, nameVi, nameEn), key);
  }
}
