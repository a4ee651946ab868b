package vn.eid.mock.state;

import java.time.Clock;

/**
 * The server's DPoP nonces (RFC 9449, section 8). A new one every minute of the mock's clock; the
 * one before it stays good, so that a client is not refused for answering at the wrong moment.
 */
public final class Nonces {
  private static final long SECONDS = 60;

  private final Clock clock;
  // A nonce is a function of its minute: nothing is stored, and 32 threads see the same one.
  private final SecretHash hash = new SecretHash();

  Nonces(Clock clock) {
    this.clock = clock;
  }

  public String current() {
    return of(minute());
  }

  public boolean accepts(String nonce) {
    long minute = minute();
    return nonce.equals(of(minute)) || nonce.equals(of(minute - 1));
  }

  private long minute() {
    return Math.floorDiv(clock.instant().getEpochSecond(), SECONDS);
  }

  private String of(long minute) {
    return hash.of("nonce " + minute);
  }
}
