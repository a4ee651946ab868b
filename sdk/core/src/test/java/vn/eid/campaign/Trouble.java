package vn.eid.campaign;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.eid.mock.Fault;
import vn.eid.mock.Injection;

/** What transport does to a request. */
enum Trouble {
  REFUSED("The connection is refused", Fate.NEVER_SENT),
  NO_NAME("Nobody knows the name (DNS)", Fate.NEVER_SENT),
  NO_CONNECTION("No connection comes about in time", Fate.NEVER_SENT),
  UNTRUSTED("TLS: a certificate by nobody who is trusted", Fate.NEVER_SENT),
  EXPIRED("TLS: an expired certificate", Fate.NEVER_SENT),
  HANDSHAKE_CUT("TLS: the handshake is cut off", Fate.NEVER_SENT),
  RESET_UNREAD("Reset before the request is read", Fate.NOT_DONE),
  RESET_READ("Reset when it was read", Fate.NOT_DONE, Fault.TRANSPORT_RESET),
  RESET_DONE("Reset when it was done", Fate.DONE, Fault.TRANSPORT_RESET_AFTER),
  NO_ANSWER("No first byte in time", Fate.DONE, Fault.TRANSPORT_DELAY),
  STALLED("The body stops in the middle", Fate.DONE, Fault.TRANSPORT_SLOW_DRIP),
  SLOW_DRIP("The body comes in drips, in time", Fate.DONE, Fault.TRANSPORT_SLOW_DRIP),
  TRUNCATED("The body is cut off", Fate.DONE, Fault.TRANSPORT_TRUNCATED),
  GARBAGE("Garbage instead of HTTP", Fate.DONE, Fault.TRANSPORT_GARBAGE),
  GARBAGE_BODY("Garbage instead of JSON", Fate.DONE, Fault.TRANSPORT_GARBAGE_BODY),
  WRONG_TYPE("JSON that calls itself text", Fate.DONE, Fault.TRANSPORT_WRONG_TYPE),
  PAGE("A page instead of the answer", Fate.DONE, Fault.TRANSPORT_PAGE),
  EMPTY("No body", Fate.DONE, Fault.TRANSPORT_EMPTY),
  OVERSIZED("10 MB before the answer", Fate.DONE, Fault.TRANSPORT_OVERSIZED),
  REDIRECT("A redirect", Fate.DONE, Fault.TRANSPORT_REDIRECT),
  LIMITED("429, Retry-After: 7", Fate.NOT_DONE, Fault.TRANSPORT_RATE_LIMITED),
  LIMITED_FOR_UNSAID(
      "429 without Retry-After", Fate.NOT_DONE, Fault.TRANSPORT_RATE_LIMITED_WITHOUT_TIME),
  ERROR_500("500", Fate.NOT_DONE, Fault.TRANSPORT_HTTP_ERROR_500),
  ERROR_502("502", Fate.NOT_DONE, Fault.TRANSPORT_HTTP_ERROR_502),
  ERROR_503("503", Fate.NOT_DONE, Fault.TRANSPORT_HTTP_ERROR_503);

  /** What becomes of the request at the server. */
  enum Fate {
    NEVER_SENT,
    NOT_DONE,
    DONE
  }

  /** What the impatient client waits; the troubles that outlast it take longer. */
  static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final Duration TOO_LONG = Duration.ofMillis(1800);
  private static final Duration IN_TIME = Duration.ofMillis(60);
  private static final Duration FOR_AGES = Duration.ofSeconds(110);

  final String words;
  final Fate fate;
  private final @Nullable Fault fault;

  Trouble(String words, Fate fate) {
    this.words = words;
    this.fate = fate;
    this.fault = null;
  }

  Trouble(String words, Fate fate, Fault fault) {
    this.words = words;
    this.fate = fate;
    this.fault = fault;
  }

  /** Whether it lasts until the client loses its patience. */
  boolean isLong() {
    return this == NO_CONNECTION || this == NO_ANSWER || this == STALLED;
  }

  boolean isLimit() {
    return this == LIMITED || this == LIMITED_FOR_UNSAID;
  }

  boolean isAboutTheCertificate() {
    return this == UNTRUSTED || this == EXPIRED;
  }

  /** How the mock server makes it; empty where it cannot, and the request is led elsewhere. */
  Optional<Injection> injection(String path) {
    return Optional.ofNullable(fault).map(known -> lasting(Injection.of(known)).at(path));
  }

  private Injection lasting(Injection injection) {
    return switch (this) {
      case NO_ANSWER -> injection.lasting(TOO_LONG);
      // In pieces, of which each takes longer than a client waits for one.
      case STALLED -> injection.lasting(FOR_AGES);
      case SLOW_DRIP -> injection.lasting(IN_TIME);
      default -> injection;
    };
  }
}
