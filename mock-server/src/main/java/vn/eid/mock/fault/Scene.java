package vn.eid.mock.fault;

import java.util.Optional;
import java.util.Set;
import vn.eid.mock.Injection;

/**
 * What the mock knows of the present exchange, for faults that are aimed.
 *
 * @param path the path of the request; empty for what the mock sends by itself
 * @param route the pattern that the path matched
 * @param flows the names that the flow goes by
 */
public record Scene(
    Optional<String> path,
    Optional<String> route,
    Optional<String> client,
    Optional<String> citizen,
    Set<String> flows) {
  static final Scene UNKNOWN =
      new Scene(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of());

  /** That of what the mock tells an application without being asked. */
  public static Scene ofNotice(String client, Optional<String> citizen, String flow) {
    return new Scene(
        Optional.empty(), Optional.empty(), Optional.of(client), citizen, Set.of(flow));
  }

  boolean isAimedAtBy(Injection injection) {
    return meets(injection.client(), client)
        && meets(injection.citizen(), citizen)
        && injection.flow().stream().allMatch(flows::contains)
        && (meets(injection.path(), path) || meets(injection.path(), route));
  }

  private static boolean meets(Optional<String> aim, Optional<String> known) {
    return aim.isEmpty() || aim.equals(known);
  }

  /** Masked: a log must hold neither a citizen's number nor the name of a flow. */
  @Override
  public String toString() {
    return "Scene[" + route.orElse("a notice") + "]";
  }
}
