package vn.eid.records;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Which names a pull has met, at eleven to twenty-two bytes each. The fingerprints are keyed, so
 * that nobody can make one resource pass for another.
 */
final class Fingerprints {
  /** No person has so many records; what is beyond would be held in memory. */
  private static final int MAX = 2_000_000;

  /** As many as fit into the text with which a pull goes on elsewhere. */
  static final int LATEST = 4_000;

  private final Mac mac;
  private long[] slots = new long[1 << 10];
  private final long[] latest = new long[LATEST];
  private int count;

  Fingerprints(byte[] key) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is missing from this Java runtime.", e);
    }
  }

  /** The fingerprint of a name that is new; empty where it was met before. */
  Optional<Long> add(String name) {
    long fingerprint = of(name);
    return add(fingerprint) ? Optional.of(fingerprint) : Optional.empty();
  }

  /** Takes note of a fingerprint; whether it is new. */
  boolean add(long fingerprint) {
    if (count >= slots.length / 4 * 3) {
      grow();
    }
    int slot = slot(slots, fingerprint);
    if (slots[slot] == fingerprint) {
      return false;
    }
    slots[slot] = fingerprint;
    latest[count++ % LATEST] = fingerprint;
    return true;
  }

  /** The latest fingerprints, the oldest of them first. */
  byte[] latest() {
    int length = Math.min(count, LATEST);
    ByteBuffer bytes = ByteBuffer.allocate(length * Long.BYTES);
    for (int i = count - length; i < count; i++) {
      bytes.putLong(latest[i % LATEST]);
    }
    return bytes.array();
  }

  /** Takes note of what {@link #latest()} gave. */
  void addAll(byte[] fingerprints) {
    ByteBuffer bytes = ByteBuffer.wrap(fingerprints);
    while (bytes.remaining() >= Long.BYTES) {
      add(bytes.getLong());
    }
  }

  int count() {
    return count;
  }

  boolean isFull() {
    return count >= MAX;
  }

  private void grow() {
    long[] larger = new long[slots.length * 2];
    for (long fingerprint : slots) {
      if (fingerprint != 0) {
        larger[slot(larger, fingerprint)] = fingerprint;
      }
    }
    slots = larger;
  }

  /** Where a fingerprint stands, or the empty slot where it would. */
  private static int slot(long[] slots, long fingerprint) {
    int slot = (int) (fingerprint & (slots.length - 1));
    while (slots[slot] != 0 && slots[slot] != fingerprint) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  /** Never zero, which stands for an empty slot. */
  private long of(String name) {
    long hash = ByteBuffer.wrap(mac.doFinal(name.getBytes(StandardCharsets.UTF_8))).getLong();
    return hash == 0 ? 1 : hash;
  }
}
