package vn.eid.mock.examine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** The options that say what is tried. */
final class TrialOptions {
  @Option(
      names = "--only",
      arity = "1..*",
      split = ",",
      paramLabel = "NAME",
      description = "try these faults only, such as id-token-expired")
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
   * @throws IllegalArgumentException if a name is nobody's
   */
  Predicate<Trial> chosen() {
    List<Trial> wanted = only.stream().map(Trial::named).toList();
    List<Trial> unwanted = skip.stream().map(Trial::named).toList();
    return trial -> (wanted.isEmpty() || wanted.contains(trial)) && !unwanted.contains(trial);
  }
}
