package vn.eid.tax;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import vn.eid.InvalidRequestException;
import vn.eid.UntrustedException;
import vn.eid.internal.json.Fields;
import vn.eid.internal.json.Json;

/** The rows of a file with one JSON object a line. Numbers are those of the lines. */
final class NdjsonRows implements RowSource {
  private final InputFile file;
  private final RowReader reader;
  private long number;

  NdjsonRows(InputFile file, RowReader reader) {
    this.file = file;
    this.reader = reader;
  }

  @Override
  public @Nullable InputRow next() throws IOException {
    for (TextLine line = file.lines().next(); line != null; line = file.lines().next()) {
      number++;
      if (!line.isBlank()) {
        return row(line);
      }
    }
    return null;
  }

  @Override
  public OptionalDouble fractionRead() {
    return file.fractionRead();
  }

  @Override
  public List<String> ignoredColumns() {
    return List.of();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private InputRow row(TextLine line) {
    if (line.tooLong()) {
      return bad("", "The line is longer than " + TextLines.MOST + " characters.");
    }
    if (line.isUnreadable()) {
      return unreadable();
    }
    Optional<Fields> object = Json.objectIn(line.text());
    return object.isPresent() ? row(object.get()) : bad("", "The line is no JSON object.");
  }

  private InputRow row(Fields object) {
    Map<InputColumn, String> cells = RowReader.noCells();
    for (String name : object.names()) {
      Optional<InputColumn> column = InputColumn.of(name);
      if (column.isPresent() && object.has(name)) {
        if (cells.containsKey(column.get())) {
          return bad(column.get().title(), "Two members name this column: leave one.");
        }
        try {
          cells.put(column.get(), text(object, name));
        } catch (UntrustedException e) {
          return bad(column.get().title(), "The member is a text in quotation marks.");
        }
      }
    }
    return reader.read(number, cells);
  }

  private static String text(Fields object, String name) {
    return String.join(";", object.textOrTexts(name));
  }

  private InputRow unreadable() {
    if (file.isForeign()) {
      throw new InvalidRequestException(
          "rows", "Row " + number + ": There are bytes that are not UTF-8, which JSON must be in.");
    }
    return bad("", "There are bytes that are not UTF-8.");
  }

  private InputRow bad(String column, String sentence) {
    return InputRow.bad(number, "", new RowProblem(column, sentence));
  }
}
