package vn.eid.mock.fault;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.eid.mock.Fault;
import vn.eid.mock.state.Keys;

/** Signs the registry's events: well, or as the faults say. */
public final class EventFaults {
  /** STANDARD: RFC 8417, section 2.3. */
  private static final String TYPE = "secevent+jwt";

  private static final String VERSION = "version";
  private static final int MEGABYTE = 1 << 20;

  private static final Map<Fault, Consumer<Map<String, Object>>> CLAIMS = new LinkedHashMap<>();

  static {
    CLAIMS.put(
        Fault.EVENT_WRONG_ISSUER, claims -> claims.put("iss", "https://other-registry.example"));
    CLAIMS.put(Fault.EVENT_WRONG_AUDIENCE, claims -> claims.put("aud", "other-client"));
    CLAIMS.put(Fault.EVENT_TOO_OLD, claims -> shift(claims, Duration.ofDays(-31)));
    CLAIMS.put(Fault.EVENT_FROM_THE_FUTURE, claims -> shift(claims, Duration.ofHours(1)));
    CLAIMS.put(Fault.EVENT_WITHOUT_ISSUE_TIME, claims -> claims.remove("iat"));
    CLAIMS.put(
        Fault.EVENT_UNKNOWN_TYPE,
        claims -> claims.put("events", Map.of("urn:vn-eid:event:nobody-knows", Map.of())));
    CLAIMS.put(Fault.EVENT_WITHOUT_JTI, claims -> claims.remove("jti"));
    CLAIMS.put(
        Fault.EVENT_SEVERAL, claims -> eventsOf(claims).put("urn:vn-eid:event:too", Map.of()));
    CLAIMS.put(Fault.EVENT_OVERSIZED, claims -> claims.put("filler", "x".repeat(MEGABYTE)));
    CLAIMS.put(Fault.EVENT_OLD_VERSION, claims -> members(claims).put(VERSION, 0));
    CLAIMS.put(Fault.EVENT_WITHOUT_VERSION, claims -> members(claims).remove(VERSION));
    CLAIMS.put(Fault.EVENT_UNKNOWN_MEMBER, claims -> members(claims).put("of_later", List.of(1)));
  }

  private final Faults faults;
  private final Keys keys;

  public EventFaults(Faults faults, Keys keys) {
    this.faults = faults;
    this.keys = keys;
  }

  /** The signed security event token. */
  public String sign(Map<String, Object> claims) {
    faults.spoil(claims, CLAIMS);
    if (faults.fires(Fault.EVENT_ALG_NONE)) {
      return Tampering.unsigned(claims, TYPE);
    }
    if (faults.fires(Fault.EVENT_SIGNED_BY_LOGIN_KEY)) {
      return keys.provider().sign(claims, TYPE);
    }
    String type = faults.fires(Fault.EVENT_WRONG_TYPE) ? "JWT" : TYPE;
    String good = keys.registry().sign(claims, type);
    return faults.fires(Fault.EVENT_BAD_SIGNATURE) ? Tampering.brokenSignature(good) : good;
  }

  /** Whether the token that was just signed is to come a second time. */
  public boolean isSentTwice() {
    return faults.fires(Fault.EVENT_TWICE);
  }

  /** For how long the token that was just signed is kept back. */
  public Duration heldUp() {
    return faults.fires(Fault.EVENT_OUT_OF_ORDER) ? Duration.ofSeconds(1) : Duration.ZERO;
  }

  // Copies that may be changed take the place of what was there.
  private static Map<String, Object> eventsOf(Map<String, Object> claims) {
    Map<String, Object> events = copy(claims.get("events"));
    claims.put("events", events);
    return events;
  }

  private static Map<String, Object> members(Map<String, Object> claims) {
    Map<String, Object> events = eventsOf(claims);
    String type = events.keySet().iterator().next();
    Map<String, Object> members = copy(events.get(type));
    events.put(type, members);
    return members;
  }

  @SuppressWarnings("unchecked") // as SecurityEvents made it
  private static Map<String, Object> copy(@Nullable Object members) {
    return new LinkedHashMap<>((Map<String, Object>) Objects.requireNonNull(members));
  }

  private static void shift(Map<String, Object> claims, Duration by) {
    claims.computeIfPresent("iat", (same, time) -> (Long) time + by.toSeconds());
  }
}
