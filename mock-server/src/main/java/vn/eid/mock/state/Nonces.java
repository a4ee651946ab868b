package vn.eid.mock.state;

import java.time.Clock;

/**
 * The server's DPoP nonces (RFC 9449, section 8). A new one every minute of the mock's clock; the
 * one before it stays good, so that a client is not refused for answering at the wrong moment.
 */
public final class Nonces {
  private static final long SECONDS = 60;

  private final Clock clock;
  // A nonce is a function of its minute: 32 threads see the same one, whoever makes it.
  private final SecretHash hash = new SecretHash();

  // Each answer tells it, so it is made once a minute.
  private volatile Dated latest;

  private record Dated(long minute, String nonce) {}

  Nonces(Clock clock) {
    this.clock = clock;
    this.latest = dated(minute());
  }

  public String current() {
    long minute = minute();
    Dated known = latest;
    if (known.minute() != minute) {
      known = dated(minute);
      latest = known;
    }
    return known.nonce();
  }

  public boolean accepts(String nonce) {
    return nonce.equals(current()) || nonce.equals(dated(minute() - 1).nonce());
  }

  private long minute() {
    return Math.floorDiv(clock.instant().getEpochSecond(), SECONDS);
  }

  private Dated dated(long minute) {
    return new Dated(minute, hash.of("nonce " + minute));
  }
}
