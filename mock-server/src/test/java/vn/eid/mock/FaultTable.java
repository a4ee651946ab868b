package vn.eid.mock;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The catalogue of faults as it stands in the README, in Markdown. */
final class FaultTable {
  private static final String HEAD =
      """
      | name | family | what the server does wrong | what a careful application does |
      |---|---|---|---|
      """;

  private FaultTable() {}

  /** The whole table; each line ends with a line feed. */
  static String markdown() {
    return HEAD
        + Arrays.stream(Fault.Family.values()).map(FaultTable::rows).collect(Collectors.joining());
  }

  private static String rows(Fault.Family family) {
    return Arrays.stream(Fault.values())
        .filter(fault -> fault.family() == family)
        .map(FaultTable::row)
        .collect(Collectors.joining());
  }

  private static String row(Fault fault) {
    return "| `%s` | %s | %s | %s |%n"
        .formatted(fault.title(), fault.family().words(), fault.sentence(), fault.care().words())
        .replace("\r\n", "\n");
  }
}
