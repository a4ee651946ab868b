package vn.eid.tax;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Rows that the application made. */
final class GivenRows implements RowSource {
  private final Iterator<LinkRow> rows;
  private final int size;
  private final RowReader reader;
  private long number;

  GivenRows(Iterable<LinkRow> rows, RowReader reader) {
    this.rows = rows.iterator();
    this.size = rows instanceof Collection<LinkRow> collection ? collection.size() : 0;
    this.reader = reader;
  }

  @Override
  public @Nullable InputRow next() {
    if (!rows.hasNext()) {
      return null;
    }
    number++;
    @Nullable LinkRow row = rows.next();
    return row == null
        ? InputRow.bad(number, "", RowProblem.ofRow("There is no person in the row: it is null."))
        : reader.read(number, row);
  }

  @Override
  public OptionalDouble fractionRead() {
    return size == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.min(1.0, (double) number / size));
  }

  @Override
  public List<String> ignoredColumns() {
    return List.of();
  }

  @Override
  public void close() {
    // An iterator holds nothing.
  }
}
