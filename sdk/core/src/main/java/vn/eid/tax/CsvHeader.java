package vn.eid.tax;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.eid.InvalidRequestException;

/**
 * The first line of a CSV file: which column stands where, and what stands between them. A line
 * that names none of our columns is not repeated in a sentence: it may be somebody's data.
 */
final class CsvHeader {
  private static final int LONGEST_NAME = 64;

  /** Nine digits or more, as old and new numbers of people have, in groups or not. */
  private static final Pattern NUMBER = Pattern.compile("\\p{Nd}(?:[\\h.-]?\\p{Nd}){8,}");

  private final CsvCells cells;
  private final List<String> titles;
  private final List<Optional<InputColumn>> columns;

  private CsvHeader(CsvCells cells, List<String> titles) {
    this.cells = cells;
    this.titles = titles;
    this.columns = titles.stream().map(InputColumn::of).toList();
  }

  /**
   * Reads the line.
   *
   * @throws InvalidRequestException where a column that must be there is missing, or one is there
   *     twice
   */
  static CsvHeader of(String line) {
    CsvHeader header =
        Stream.of(',', ';', '\t')
            .flatMap(separator -> read(line, separator).stream())
            .max(Comparator.comparingLong(CsvHeader::understood))
            .orElseThrow(() -> refusal("The first line is no line of column names."));
    header.requireEach();
    return header;
  }

  /** What takes the file's rows apart. */
  CsvCells cells() {
    return cells;
  }

  int width() {
    return columns.size();
  }

  /** What stands in each column of ours. */
  Map<InputColumn, String> named(List<String> row) {
    Map<InputColumn, String> named = RowReader.noCells();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).isPresent()) {
        named.put(columns.get(i).get(), row.get(i));
      }
    }
    return named;
  }

  /** The name of the first column of a row in which something cannot be read. */
  String titleOfUnreadable(List<String> row) {
    for (int i = 0; i < Math.min(row.size(), titles.size()); i++) {
      if (row.get(i).indexOf(DecodedText.UNREADABLE) >= 0) {
        return columns.get(i).map(InputColumn::title).orElse(titles.get(i));
      }
    }
    return "";
  }

  List<String> ignored() {
    List<String> ignored = new ArrayList<>();
    for (int i = 0; i < titles.size(); i++) {
      if (columns.get(i).isEmpty() && !titles.get(i).isBlank()) {
        ignored.add(titles.get(i));
      }
    }
    return ignored;
  }

  private static Optional<CsvHeader> read(String line, char separator) {
    CsvCells cells = new CsvCells(separator);
    try {
      return Optional.of(
          new CsvHeader(cells, cells.of(line).stream().map(CsvHeader::shortened).toList()));
    } catch (CsvParseException e) {
      return Optional.empty();
    }
  }

  /**
   * Without what no letter is: it may command the terminal on which a sentence is shown. And
   * without numbers of people: beside a name that is known, the line may still be somebody's data.
   */
  private static String shortened(String name) {
    String visible = name.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "");
    String title = NUMBER.matcher(visible).replaceAll("…");
    return title.length() <= LONGEST_NAME ? title : title.substring(0, LONGEST_NAME);
  }

  private long understood() {
    return columns.stream().filter(Optional::isPresent).count();
  }

  private void requireEach() {
    List<InputColumn> found = columns.stream().flatMap(Optional::stream).toList();
    for (InputColumn column : InputColumn.values()) {
      int times = Collections.frequency(found, column);
      if (times > 1) {
        throw refusal("There are " + times + " columns for " + column.title() + ": leave one.");
      }
    }
    List<String> missing =
        InputColumn.REQUIRED.stream()
            .filter(column -> !found.contains(column))
            .map(InputColumn::inWords)
            .toList();
    if (!missing.isEmpty()) {
      throw refusal("Missing columns: " + String.join("; ", missing) + ". " + whatIsThere());
    }
  }

  private String whatIsThere() {
    return understood() == 0
        ? "The first line must name the columns; in this one no name is known."
        : "There are: "
            + titles.stream().map(String::strip).collect(Collectors.joining(", "))
            + ".";
  }

  private static InvalidRequestException refusal(String problem) {
    return new InvalidRequestException("rows", problem);
  }
}
