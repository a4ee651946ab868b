package vn.eid.mock.endpoint;

import java.util.List;
import java.util.Optional;
import vn.eid.mock.trace.Flow;
import vn.eid.mock.trace.FlowKind;
import vn.eid.mock.trace.Step;

/**
 * What somebody wants to see of what happened. A value that the form does not offer is as good as
 * none.
 *
 * @param path in the path, as the page shows it; empty for any
 * @param status {@code refused}, or the first digit of the status; empty for any
 * @param flow the kind; empty for any
 */
record InspectorFilter(String path, String status, Optional<FlowKind> flow) {
  static final List<String> STATUSES = List.of("refused", "2", "3", "4", "5");
  private static final int LONGEST = 200;

  static InspectorFilter of(Params query) {
    String path = query.one("path").orElse("").strip();
    return new InspectorFilter(
        path.substring(0, Math.min(path.length(), LONGEST)),
        query.one("status").filter(STATUSES::contains).orElse(""),
        query.one("flow").flatMap(FlowKind::named));
  }

  boolean takes(Flow one) {
    return flow.isEmpty() || flow.get() == one.kind();
  }

  boolean takes(Step step) {
    return StepLines.path(step).contains(path) && takesStatus(step);
  }

  private boolean takesStatus(Step step) {
    if (status.equals("refused")) {
      return step.refused().isPresent();
    }
    return Integer.toString(step.status()).startsWith(status);
  }
}
