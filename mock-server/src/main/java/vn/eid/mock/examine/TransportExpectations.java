package vn.eid.mock.examine;

import static vn.eid.mock.examine.Expected.either;
import static vn.eid.mock.examine.Expected.outside;
import static vn.eid.mock.examine.Expected.refuse;

import java.util.List;
import java.util.Map;
import vn.eid.mock.Fault;

/** What is expected where the answer of the token endpoint breaks on its way. */
final class TransportExpectations {
  /** What the faults of transport are aimed at: there the application learns who has logged in. */
  static final String AIM = "/token";

  private static final String OUTAGE =
      "It is an outage and no lie; what counts is that the application lives on.";
  private static final String NOBODY = "The application logs people in without any tokens.";

  private TransportExpectations() {}

  static void addTo(Map<Fault, Expected> all) {
    all.put(Fault.TRANSPORT_GARBAGE_BODY, refuse("RFC 6749, 5.1", NOBODY));
    all.put(Fault.TRANSPORT_EMPTY, refuse("RFC 6749, 5.1", NOBODY));
    all.put(Fault.TRANSPORT_PAGE, refuse("RFC 6749, 5.1", NOBODY));
    all.put(
        Fault.TRANSPORT_REDIRECT,
        refuse("RFC 6749, 5.1", "What the application sends to the provider goes to others."));
    all.put(
        Fault.TRANSPORT_WRONG_TYPE,
        either("RFC 6749, 5.1", "The content is right; what it calls itself is not."));
    all.put(
        Fault.TRANSPORT_OVERSIZED,
        either("", "No standard has a limit; one keeps the application's memory safe."));
    for (Fault outage :
        List.of(
            Fault.TRANSPORT_RESET,
            Fault.TRANSPORT_RESET_AFTER,
            Fault.TRANSPORT_TRUNCATED,
            Fault.TRANSPORT_GARBAGE,
            Fault.TRANSPORT_RATE_LIMITED,
            Fault.TRANSPORT_RATE_LIMITED_WITHOUT_TIME,
            Fault.TRANSPORT_HTTP_ERROR_500,
            Fault.TRANSPORT_HTTP_ERROR_502,
            Fault.TRANSPORT_HTTP_ERROR_503)) {
      all.put(outage, either("", OUTAGE));
    }
    all.put(Fault.TRANSPORT_DELAY, outside("It is an outage of a minute, and no lie."));
    all.put(Fault.TRANSPORT_SLOW_DRIP, outside("It is an outage of a minute, and no lie."));
  }
}
