package vn.eid.tax;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.eid.InvalidRequestException;
import vn.eid.tax.JournalFrame.Written;

/** The rows that an earlier run finished: they are read again, and must be the same. */
final class FinishedPart {
  private final Written end;
  private final Map<Long, Written> checks;

  FinishedPart(Written end, List<Written> entries) {
    this.end = end;
    this.checks =
        entries.stream()
            .collect(Collectors.toMap(Written::chunk, Function.identity(), (one, other) -> other));
  }

  /**
   * Reads up to the first row that is to be done; gives how much of the input that is.
   *
   * @throws InvalidRequestException where rows were changed, added or removed
   */
  OptionalDouble pass(ChunkReader reader) throws IOException {
    OptionalDouble fraction = OptionalDouble.empty();
    String digest = "";
    long same = 0;
    for (long index = 0; index <= end.chunk(); index++) {
      Chunk chunk = reader.next();
      if (chunk == null) {
        throw changed("The rows end before row " + end.lastRow() + ", which has its result.");
      }
      digest = RowDigest.chained(digest, chunk.digest());
      Written check = checks.get(index);
      if (check != null && !check.digest().equals(digest)) {
        throw changed(rowsAfter(same, chunk) + " have their results and were changed since.");
      }
      same = check == null ? same : chunk.lastRow();
      fraction = chunk.fraction();
    }
    return fraction;
  }

  private static String rowsAfter(long same, Chunk chunk) {
    return "Some of the rows "
        + (same == 0 ? "up to " : "after row " + same + " and up to ")
        + chunk.lastRow();
  }

  private static InvalidRequestException changed(String problem) {
    return new InvalidRequestException(
        "rows",
        problem
            + " Nothing was lost. Put the rows back as they were and resume; then link what was"
            + " corrected as a job of its own, with a results file of its own.");
  }
}
