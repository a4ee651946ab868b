package vn.eid.tax;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Rows, one after the other. */
interface RowSource extends Closeable {

  /** The next row, a bad one too; null where there is none. */
  @Nullable InputRow next() throws IOException;

  /** How much of the input was read, 0 to 1, where its size is known. */
  OptionalDouble fractionRead();

  /** What the input has beyond what is understood. */
  List<String> ignoredColumns();
}
