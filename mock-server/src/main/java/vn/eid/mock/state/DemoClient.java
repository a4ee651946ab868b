package vn.eid.mock.state;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;

/**
 * The application that is registered from the start, and the keys that its owner signs and decrypts
 * with. At the real authority nobody but the owner has those keys.
 */
public record DemoClient(Client client, SigningKey key) {
  /** The id under which the application is registered. */
  public static final String ID = "demo-client";

  // An RSA key takes up to a second to make, so all the mocks of a process share these, and none
  // waits for them before somebody asks.
  private static final CompletableFuture<List<EncryptionKey>> ENCRYPTION_KEYS =
      CompletableFuture.supplyAsync(DemoClient::encryptionKeys, DemoClient::aside);

  public static DemoClient create(List<String> redirectUris, String nameVi, String nameEn) {
    SigningKey key = SigningKey.generate(kid("demo"));
    CompletableFuture<JsonWebKeySet> keys =
        ENCRYPTION_KEYS.thenApply(encryption -> keySet(key, encryption));
    Client client = new Client(ID, List.copyOf(redirectUris), keys::join, nameVi, nameEn);
    return new DemoClient(client, key);
  }

  private static JsonWebKeySet keySet(SigningKey signing, List<EncryptionKey> encryption) {
    List<JsonWebKey> keys = new ArrayList<>(List.of(signing.publicKey()));
    encryption.forEach(own -> keys.add(own.publicKey()));
    return new JsonWebKeySet(keys);
  }

  private static List<EncryptionKey> encryptionKeys() {
    return JweRecipient.ALGORITHMS.stream()
        .map(alg -> EncryptionKey.generate(alg, kid("demo-enc")))
        .toList();
  }

  private static void aside(Runnable task) {
    Thread thread = new Thread(task, "eid-mock-keys");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * The same application, registered with other keys or with encryption.
   *
   * @throws IllegalArgumentException if none of the keys is one to encrypt for, though something is
   *     to be
   */
  public DemoClient registered(Registration registration) {
    Client withKeys = registration.keys().map(client::withKeys).orElse(client);
    Client tokens =
        registration.idTokenEncryption().map(withKeys::withEncryptedIdTokens).orElse(withKeys);
    Client whole = registration.dataEncryption().map(tokens::withEncryptedData).orElse(tokens);
    return new DemoClient(whole, key);
  }

  /**
   * The key that the owner decrypts with; registered unless others are.
   *
   * @param alg one of {@link JweRecipient#ALGORITHMS}
   */
  public static EncryptionKey encryptionKey(String alg) {
    return ENCRYPTION_KEYS.join().get(JweRecipient.ALGORITHMS.indexOf(alg));
  }

  private static String kid(String name) {
    return name + "-" + Secrets.random().substring(0, 8);
  }
}
