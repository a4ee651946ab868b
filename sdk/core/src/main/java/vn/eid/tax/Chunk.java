package vn.eid.tax;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Some rows that follow each other in the input. Chunk k holds the rows from k times the chunk size
 * on, in each run.
 *
 * @param digest of all that stands in them
 * @param fraction how much of the input was read with it
 */
record Chunk(long index, List<InputRow> rows, String digest, OptionalDouble fraction) {

  long firstRow() {
    return rows.get(0).number();
  }

  long lastRow() {
    return rows.get(rows.size() - 1).number();
  }
}
