package vn.eid.tax;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts rows into chunks of one size; the last one may be smaller. */
final class ChunkReader {
  private final RowSource source;
  private final int size;
  private final RowDigest digest = new RowDigest();
  private long index;

  ChunkReader(RowSource source, int size) {
    this.source = source;
    this.size = size;
  }

  /** The next chunk; null where there is no further row. */
  @Nullable Chunk next() throws IOException {
    List<InputRow> rows = new ArrayList<>();
    for (InputRow row = source.next(); row != null; row = source.next()) {
      digest.add(row);
      rows.add(row);
      if (rows.size() == size) {
        break;
      }
    }
    return rows.isEmpty() ? null : new Chunk(index++, rows, digest.take(), source.fractionRead());
  }
}
