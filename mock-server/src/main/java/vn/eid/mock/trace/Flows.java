package vn.eid.mock.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds out which requests belong together: those that carry what an earlier answer gave, such as a
 * request URI, a code or a token. It looks at what was sent only when somebody asks, so recording
 * costs nothing. Not safe for use by threads.
 */
public final class Flows {
  private final Subjects subjects;
  private final List<Flow> flows = new ArrayList<>();
  private final Map<String, Flow> byLink = new HashMap<>();
  private final Map<FlowKind, Flow> forAll = new HashMap<>();

  /** The pairwise subjects under which an id token may name a citizen. */
  public interface Subjects {
    Stream<String> of(String citizenId);
  }

  private Flows(Subjects subjects) {
    this.subjects = subjects;
  }

  /** The flows of these steps, the one that went on last first. */
  public static List<Flow> of(List<Step> steps, Subjects subjects) {
    Flows flows = new Flows(subjects);
    steps.forEach(flows::add);
    return flows.flows.stream().sorted(Comparator.comparingLong(Flow::latest).reversed()).toList();
  }

  private void add(Step step) {
    List<String> used = Links.used(step);
    Flow flow =
        used.stream()
            .flatMap(link -> Optional.ofNullable(byLink.get(link)).stream())
            .findFirst()
            .or(() -> loginOf(step))
            .orElseGet(() -> begun(FlowKind.of(step)));
    flow.add(step);
    // What was used is remembered too: the answer that gave it may be too long ago.
    if (!flow.kind().isOneForAll()) {
      used.stream().filter(Links::isLasting).forEach(link -> byLink.put(link, flow));
    }
    if (step.refused().isEmpty()) {
      used.stream().filter(Links::isRepeated).forEach(byLink::remove);
    }
    if (flow.kind() != FlowKind.CLIENT) {
      Links.given(step).forEach(link -> byLink.put(link, flow));
    }
    if (flow.kind().isLogin()) {
      Links.subject(step).ifPresent(subject -> byLink.put(subject, flow));
    }
  }

  // A request for consent belongs to the latest login of the citizen whom it is about.
  private Optional<Flow> loginOf(Step step) {
    return Links.citizen(step).stream()
        .flatMap(subjects::of)
        .flatMap(subject -> Optional.ofNullable(byLink.get(Links.ofSubject(subject))).stream())
        .findFirst();
  }

  private Flow begun(FlowKind kind) {
    if (kind.isOneForAll()) {
      return forAll.computeIfAbsent(kind, this::added);
    }
    return added(kind);
  }

  private Flow added(FlowKind kind) {
    Flow flow = new Flow(kind);
    flows.add(flow);
    return flow;
  }
}
