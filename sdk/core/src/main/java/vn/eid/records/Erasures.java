package vn.eid.records;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.eid.UntrustedException.Check;
import vn.eid.consent.ConsentId;
import vn.eid.internal.Operation;
import vn.eid.internal.disk.Disk;
import vn.eid.internal.jose.Seal;
import vn.eid.internal.jose.SigningKey;
import vn.eid.internal.json.Fields;
import vn.eid.internal.json.Json;

/**
 * The records of what is erased. One is begun before anything is destroyed, so that whoever opens
 * the store after a crash goes on, and signed when all is gone.
 */
final class Erasures {
  private static final String KIND = "vn-eid-begun-erasure-1";

  private final Layout layout;
  private final Disk disk;
  private final Clock clock;
  private final Seal storage;
  private final SigningKey key;

  Erasures(Layout layout, Disk disk, Clock clock, Seal storage, SigningKey key) {
    this.layout = layout;
    this.disk = disk;
    this.clock = clock;
    this.storage = storage;
    this.key = key;
  }

  /** Whether an erasure was begun: from then on nothing is read or kept. */
  boolean has(String name) {
    return Files.exists(layout.erasure(name)) || isBegun(name);
  }

  boolean isBegun(String name) {
    return Files.exists(layout.begunErasure(name));
  }

  Set<String> begun() throws IOException {
    return Layout.namesIn(layout.erasures()).stream()
        .filter(this::isBegun)
        .collect(Collectors.toSet());
  }

  /** The record, complete or begun. */
  Optional<Erasure> find(Operation operation, String name) throws IOException {
    if (Files.exists(layout.erasure(name))) {
      byte[] json = Files.readAllBytes(layout.erasure(name));
      return Optional.of(Erasure.of(Json.object(operation, "The erasure record", json)));
    }
    return isBegun(name) ? Optional.of(Erasure.of(begunFacts(operation, name))) : Optional.empty();
  }

  void begin(String name, Map<String, ?> facts) throws IOException {
    byte[] sealed = storage.close(KIND, facts).getBytes(StandardCharsets.ISO_8859_1);
    disk.replace(layout.begunErasure(name), sealed);
  }

  /** Signs the record, now that nothing of the data is left. */
  void complete(Operation operation, String name) throws IOException {
    Map<String, Object> facts = new LinkedHashMap<>(begunFacts(operation, name).members());
    facts.put("erased_at", clock.instant().toString());
    facts.put(Erasure.SIGNATURE, key.sign(operation, Erasure.TYPE, Map.copyOf(facts)));
    disk.replace(layout.erasure(name), Json.bytes(facts));
    disk.delete(layout.begunErasure(name));
    disk.forceDirectory(layout.erasures());
  }

  private Fields begunFacts(Operation operation, String name) throws IOException {
    String text = Files.readString(layout.begunErasure(name), StandardCharsets.ISO_8859_1);
    Fields facts = storage.open(operation, KIND, text);
    if (!Layout.nameOf(ConsentId.of(facts.requiredText("consent_id"))).equals(name)) {
      throw operation.untrusted(
          Check.DECRYPTION, "An erasure that was begun is another consent's.");
    }
    return facts;
  }
}
