package vn.eid.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.jose.Hashes;
import vn.eid.internal.jose.Seal;
import vn.eid.internal.json.Fields;
import vn.eid.spi.SharedStore;

/**
 * What the nodes of an application know together: each thing sealed, and tied to its place, so that
 * nobody who can write to the store makes, changes or swaps one. Where the store fails, so does the
 * verb. Thread-safe.
 */
public final class SharedState {
  private static final String SEALED_AS = "vn-eid-shared-1";
  private static final String PLACE = "place";

  private final SharedStore store;
  private final Seal seal;
  private final String owner;

  /**
   * The state of one client.
   *
   * @param owner tells it from the state of other clients in the same store
   */
  public SharedState(SharedStore store, Seal seal, String owner) {
    this.store = store;
    this.seal = seal;
    this.owner = owner;
  }

  /** Something that was found, to be replaced by what comes after it. */
  public record Found(Fields content, String key, String text) {}

  /**
   * Keeps something, unless there is one of that name.
   *
   * @param kind one of few plain words; different kinds make no room for each other
   * @param name whose it is; only a hash of it is kept
   * @return whether it was added
   */
  public boolean add(
      Operation operation, String kind, String name, Map<String, ?> content, Duration keep) {
    String key = key(kind, name);
    return reached(operation, true, () -> store.add(key, close(key, content), keep));
  }

  public Optional<Found> find(Operation operation, String kind, String name) {
    String key = key(kind, name);
    return reached(operation, false, () -> store.find(key))
        .map(text -> new Found(opened(operation, key, text), key, text));
  }

  /** Finds it and takes it out: of all threads of all nodes, one gets it. */
  public Optional<Fields> take(Operation operation, String kind, String name) {
    String key = key(kind, name);
    return reached(operation, true, () -> store.take(key))
        .map(text -> opened(operation, key, text));
  }

  /** Replaces what was found; false where somebody else has, or has taken it, since. */
  public boolean replace(Operation operation, Found found, Map<String, ?> content, Duration keep) {
    String text = close(found.key(), content);
    return reached(operation, true, () -> store.replace(found.key(), found.text(), text, keep));
  }

  /**
   * Keeps something, or has it take the place of what it outweighs, whoever does so besides.
   *
   * @return what it does not outweigh, which stays; empty where it is kept
   */
  public Optional<Fields> settle(
      Operation operation,
      String kind,
      String name,
      Map<String, ?> content,
      Duration keep,
      Predicate<Fields> outweighs) {
    while (!add(operation, kind, name, content, keep)) {
      Optional<Found> former = find(operation, kind, name);
      if (former.isPresent()) {
        Fields held = former.get().content();
        if (!outweighs.test(held)) {
          return Optional.of(held);
        }
        if (replace(operation, former.get(), content, keep)) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private String key(String kind, String name) {
    String whose = owner + "\n" + kind + "\n" + name;
    return kind + "." + Hashes.sha256(whose.getBytes(StandardCharsets.UTF_8));
  }

  private String close(String key, Map<String, ?> content) {
    Map<String, Object> placed = new LinkedHashMap<>(content);
    placed.put(PLACE, key);
    return seal.close(SEALED_AS, placed);
  }

  private Fields opened(Operation operation, String key, String text) {
    Fields content = seal.open(operation, SEALED_AS, text);
    if (!content.requiredText(PLACE).equals(key)) {
      throw operation.untrusted(
          Check.DECRYPTION, "An entry of the shared store was moved to another one's place.");
    }
    return content;
  }

  private static <T> T reached(Operation operation, boolean changes, Access<T> access) {
    try {
      return access.run();
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      WordlessCause cause = WordlessCause.of(e);
      var outage =
          operation.unavailable(
              changes,
              "The shared store did not answer ("
                  + cause.getMessage()
                  + "). Nothing passes without it: see that it is up, and try again.");
      outage.initCause(cause);
      throw outage;
    }
  }

  private interface Access<T> {
    T run() throws Exception;
  }
}
