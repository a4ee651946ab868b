package vn.eid.mock.trace;

import java.util.ArrayList;
import java.util.List;

/** Requests that belong together, such as those of one login. */
public final class Flow {
  private final FlowKind kind;
  private final List<Step> steps = new ArrayList<>();

  Flow(FlowKind kind) {
    this.kind = kind;
  }

  void add(Step step) {
    steps.add(step);
  }

  public FlowKind kind() {
    return kind;
  }

  /** The steps, the oldest first. */
  public List<Step> steps() {
    return List.copyOf(steps);
  }

  /** The newest step's number. */
  public long latest() {
    return steps.get(steps.size() - 1).number();
  }
}
