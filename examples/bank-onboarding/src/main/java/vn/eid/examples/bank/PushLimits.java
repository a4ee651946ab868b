package vn.eid.examples.bank;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import vn.eid.CitizenId;

/**
 * How often a phone may be made to ring: whoever knows a number could go on until its owner gives
 * in. Each node counts for itself. Numbers and addresses are kept only as HMACs under a key of this
 * process.
 */
@Component
final class PushLimits {
  static final int FOR_A_NUMBER = 3;
  static final int FOR_AN_ADDRESS = 10;
  static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int MOST_KEPT = 50_000;

  private final InstantSource clock;
  private final SecretKeySpec key;
  private final Map<String, List<Instant>> sent = new LinkedHashMap<>();

  PushLimits(InstantSource clock) {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    this.clock = clock;
    this.key = new SecretKeySpec(secret, "HmacSHA256");
  }

  /** Whether one more push may be sent, which counts then. */
  synchronized boolean admits(CitizenId number, String address) {
    Instant now = clock.instant();
    sent.values().removeIf(times -> times.stream().noneMatch(time -> isRecent(time, now)));
    String numberKey = masked("number " + number.value());
    String addressKey = masked("address " + address);
    // Where there is no room to count there is none to send: strangers could make it forget.
    if (sent.size() >= MOST_KEPT
        || recent(numberKey, now).size() >= FOR_A_NUMBER
        || recent(addressKey, now).size() >= FOR_AN_ADDRESS) {
      return false;
    }
    count(numberKey, now);
    count(addressKey, now);
    return true;
  }

  private void count(String name, Instant now) {
    sent.put(name, Stream.concat(recent(name, now).stream(), Stream.of(now)).toList());
  }

  private List<Instant> recent(String name, Instant now) {
    return sent.getOrDefault(name, List.of()).stream().filter(time -> isRecent(time, now)).toList();
  }

  private static boolean isRecent(Instant time, Instant now) {
    return time.plus(WINDOW).isAfter(now);
  }

  private String masked(String text) {
    try {
      Mac mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
