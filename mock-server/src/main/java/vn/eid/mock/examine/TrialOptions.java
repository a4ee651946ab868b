package vn.eid.mock.examine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options that say what is tried. */
final class TrialOptions {
  @Option(
      names = "--only",
      arity = "1..*",
      split = ",",
      paramLabel = "NAME",
      description = "try these faults only")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--skip",
      arity = "1..*",
      split = ",",
      paramLabel = "NAME",
      description = "leave these faults out")
  private List<String> skip = new ArrayList<>();

  /**
   * Which trials are chosen.
   *
   * @throws IllegalArgumentException if a name is nobody's, or nothing is left
   */
  Predicate<Trial> chosen() {
    List<String> names = Trial.all().map(Trial::name).toList();
    Stream.concat(only.stream(), skip.stream())
        .filter(name -> !names.contains(name))
        .findFirst()
        .ifPresent(name -> refuse(name, names));
    return trial -> (only.isEmpty() || only.contains(trial.name())) && !skip.contains(trial.name());
  }

  private static void refuse(String name, List<String> names) {
    throw new IllegalArgumentException(
        "There is no "
            + name
            + " to try. There are:"
            + names.stream().collect(Collectors.joining("\n  ", "\n  ", "")));
  }
}
