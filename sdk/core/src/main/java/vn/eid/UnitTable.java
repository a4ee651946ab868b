package vn.eid;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The units of one list, as the bytes of its file with an index of its lines: under half a megabyte
 * for both lists. Each is read when it is first asked for, once, and never changes.
 */
final class UnitTable {
  /** The order of the files: provinces, whose codes are shorter, then communes. */
  private static final Comparator<String> ORDER =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private final byte[] text;

  /** Where each line begins that is no comment. */
  private final int[] starts;

  private UnitTable(byte[] text) {
    this.text = text;
    this.starts =
        IntStream.range(0, text.length)
            .filter(at -> (at == 0 || text[at - 1] == '\n') && text[at] != '#')
            .toArray();
  }

  /** A class is loaded once, by one thread, when it is first used: so are these. */
  private static final class Before {
    static final UnitTable TABLE =
        new UnitTable(OwnFile.read("administrative-units-before-july-2025.txt"));
  }

  private static final class Since {
    static final UnitTable TABLE =
        new UnitTable(OwnFile.read("administrative-units-since-july-2025.txt"));
  }

  static UnitTable of(AdministrativeList list) {
    return switch (list) {
      case BEFORE_JULY_2025 -> Before.TABLE;
      case SINCE_JULY_2025 -> Since.TABLE;
    };
  }

  Optional<UnitLine> find(String code) {
    int low = 0;
    int high = starts.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      var line = UnitLine.parse(line(middle));
      int order = ORDER.compare(line.code(), code);
      if (order == 0) {
        return Optional.of(line);
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return Optional.empty();
  }

  Stream<UnitLine> lines() {
    return IntStream.range(0, starts.length).mapToObj(this::line).map(UnitLine::parse);
  }

  private String line(int number) {
    int end = starts[number];
    while (text[end] != '\n') {
      end++;
    }
    return new String(text, starts[number], end - starts[number], UTF_8);
  }
}
