package vn.eid.diagnosis;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import vn.eid.diagnosis.Finding.Actor;
import vn.eid.diagnosis.Finding.Topic;
import vn.eid.internal.http.WireResponse;

/**
 * This server's clock against the {@code Date} header of an answer (RFC 9110, section 6.6.1). That
 * header has whole seconds, and was written somewhere on the way: so much may be a mistake.
 */
final class ClockCheck {
  private static final Duration HALF_A_SECOND = Duration.ofMillis(500);
  private static final String LOOKED_AT = "this server's clock against the provider's Date header";

  private ClockCheck() {}

  static Finding of(Setting setting, Answer.Came came) {
    Duration half = came.roundTrip().dividedBy(2);
    Instant here = setting.connection().clock().instant().minus(half);
    Duration allowed = setting.connection().skew();
    return there(came.response())
        .map(there -> judged(Duration.between(there, here), half.plus(HALF_A_SECOND), allowed))
        .orElseGet(ClockCheck::unknown);
  }

  private static Finding judged(Duration ahead, Duration mistake, Duration allowed) {
    if (ahead.abs().minus(mistake).compareTo(allowed) <= 0) {
      return Finding.ok(
          Topic.CLOCK,
          LOOKED_AT,
          "The clocks are " + ahead.abs().toSeconds() + " s apart" + limit(allowed));
    }
    return Finding.problem(
        Topic.CLOCK,
        LOOKED_AT,
        "This server's clock is "
            + ahead.abs().toSeconds()
            + " s "
            + (ahead.isNegative() ? "behind" : "ahead of")
            + " the provider's"
            + limit(allowed),
        "Let this server's clock be set by a time service (NTP). Where it is right, tell the"
            + " provider.",
        Actor.YOU);
  }

  private static String limit(Duration allowed) {
    return "; " + allowed.toSeconds() + " s are allowed.";
  }

  private static Finding unknown() {
    return Finding.notChecked(
        Topic.CLOCK,
        LOOKED_AT,
        "The provider does not say what time it has.",
        "Compare this server's clock with a time service (NTP).",
        Actor.YOU);
  }

  /** An answer out of a cache is older by its {@code Age} (RFC 9111, section 5.1). */
  private static Optional<Instant> there(WireResponse response) {
    long age =
        response
            .header("Age")
            .filter(text -> text.matches("\\d{1,9}"))
            .map(Long::valueOf)
            .orElse(0L);
    return response
        .header("Date")
        .flatMap(ClockCheck::parsed)
        .map(date -> date.plusSeconds(age).plus(HALF_A_SECOND));
  }

  private static Optional<Instant> parsed(String date) {
    try {
      return Optional.of(
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
