package vn.eid.mock.endpoint;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.eid.mock.page.StepLine;
import vn.eid.mock.trace.Masked;
import vn.eid.mock.trace.Refused;
import vn.eid.mock.trace.Step;

/** Steps as a list shows them. */
final class StepLines {
  // As the Date header and the logs have it.
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private StepLines() {}

  static StepLine line(Step step) {
    return new StepLine(
        step.number(),
        TIME.format(step.at()),
        Masked.text(step.method()),
        path(step),
        step.status(),
        took(step.took()),
        step.refused().map(Refused::sentence).map(Masked::text).orElse(""),
        step.refused().map(unused -> "/why/" + step.whyName()).orElse(""));
  }

  /** The pattern of the route, so that no name in a path is shown; else what can be. */
  static String path(Step step) {
    return step.route().orElseGet(() -> Masked.path(step.path()));
  }

  private static String took(Duration took) {
    return String.format(Locale.ROOT, "%.1f ms", took.toNanos() / 1e6);
  }
}
