package vn.eid.benchmarks.soak;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Switches faults on now and then, through the server's door. */
final class Weather {
  private static final List<String> EVERYWHERE =
      List.of(
          "transport-reset",
          "transport-reset-after",
          "transport-truncated",
          "transport-garbage",
          "transport-garbage-body",
          "transport-wrong-type",
          "transport-oversized",
          "transport-rate-limited",
          "transport-http-error-500",
          "transport-http-error-503");
  private static final List<String> SLOW = List.of("transport-delay", "transport-slow-drip");
  private static final List<String> PATHS =
      List.of(
          "/par",
          "/token",
          "/ciba",
          "/jwks",
          "/consent/v1/consents",
          "/consent/v1/consents/{id}",
          "/fhir/v1/Immunization",
          "/tax/v1/links",
          "/population/v1/checks",
          "/events/v1/poll",
          "/sandbox/v1/echo");
  private static final List<String> ELSEWHERE =
      List.of(
          "id-token-wrong-nonce",
          "token-response-html",
          "receipt-bad-signature",
          "tax-link-other-citizen",
          "check-receipt-missing",
          "page-connection-cut",
          "push-slow-down");

  private final Door door;
  private final Random random;
  private volatile boolean bad;
  private volatile long lastBad;

  Weather(Door door, long seed) {
    this.door = door;
    this.random = new Random(seed);
  }

  /** One fault more. */
  void turns() throws IOException, InterruptedException {
    bad = true;
    String unused = door.post("/faults", fault());
  }

  void clears() throws IOException, InterruptedException {
    door.clearFaults();
    lastBad = System.nanoTime();
    bad = false;
  }

  /** Whether there was a fault at any time since then. */
  boolean wasBadSince(long nanoTime) {
    return bad || lastBad - nanoTime > 0;
  }

  private String fault() {
    int kind = random.nextInt(10);
    if (kind < 2) {
      return "{\"fault\":\"" + one(ELSEWHERE) + "\"}";
    }
    if (kind < 4) {
      // Some outlast the client, some do not.
      Duration time = Duration.ofMillis(500 + random.nextInt(5_500));
      return at(one(SLOW), ",\"lasting\":\"" + time + "\"");
    }
    return at(one(EVERYWHERE), "");
  }

  private String at(String fault, String more) {
    return "{\"fault\":\"" + fault + "\",\"path\":\"" + one(PATHS) + "\"" + more + "}";
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
