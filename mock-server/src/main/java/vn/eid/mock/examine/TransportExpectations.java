package vn.eid.mock.examine;

import static vn.eid.mock.examine.Expected.either;
import static vn.eid.mock.examine.Expected.outside;
import static vn.eid.mock.examine.Expected.refuse;

import java.util.List;
import java.util.Map;
import vn.eid.mock.Fault;

/** What is expected where an answer breaks on its way. */
final class TransportExpectations {
  /** What the faults of transport are aimed at: there the application learns who has logged in. */
  static final String AIM = "/token";

  private static final String OUTAGE =
      "It is an outage and no lie; what counts is that the application lives on.";
  private static final String MINUTE = "It is an outage of a minute, and no lie.";
  private static final String NO_LIMIT =
      "No standard has a limit; one keeps the application's memory safe.";
  private static final String ELSEWHERE =
      "What the application sends to the provider goes to others.";
  private static final String NOBODY = "The application logs people in without any tokens.";

  private TransportExpectations() {}

  static void addTo(Map<Fault, Expected> all) {
    all.put(Fault.TRANSPORT_GARBAGE_BODY, refuse("RFC 6749, 5.1", NOBODY));
    all.put(Fault.TRANSPORT_EMPTY, refuse("RFC 6749, 5.1", NOBODY));
    all.put(Fault.TRANSPORT_PAGE, refuse("RFC 6749, 5.1", NOBODY));
    all.put(Fault.TOKEN_RESPONSE_HTML, refuse("RFC 6749, 5.1", NOBODY));
    all.put(Fault.TRANSPORT_REDIRECT, refuse("RFC 6749, 5.1", ELSEWHERE));
    all.put(Fault.TOKEN_RESPONSE_REDIRECT, refuse("RFC 6749, 5.1", ELSEWHERE));
    all.put(
        Fault.TRANSPORT_WRONG_TYPE,
        either("RFC 6749, 5.1", "The content is right; what it calls itself is not."));
    all.put(Fault.TRANSPORT_OVERSIZED, either("", NO_LIMIT));
    all.put(Fault.TOKEN_RESPONSE_OVERSIZED, either("", NO_LIMIT));
    addOutages(all);
  }

  private static void addOutages(Map<Fault, Expected> all) {
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
            Fault.TRANSPORT_HTTP_ERROR_503,
            Fault.PAR_RESPONSE_HTTP_ERROR_500,
            Fault.TOKEN_CONNECTION_RESET,
            Fault.TOKEN_RATE_LIMITED)) {
      all.put(outage, either("", OUTAGE));
    }
    all.put(Fault.TRANSPORT_DELAY, outside(MINUTE));
    all.put(Fault.TRANSPORT_SLOW_DRIP, outside(MINUTE));
  }
}
