package vn.eid.mock.endpoint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.eid.mock.state.TaxRow;

/**
 * The rows in the body of a batch: one JSON object a line (NDJSON). What is wrong with a person's
 * data is that row's result; what is wrong with the form is a refusal of the whole.
 */
final class TaxRows {
  static final String TYPE = "application/x-ndjson";

  // ASSUMED: production sets limits of its own.
  static final int MOST_ROWS = 5000;
  static final int MOST_BYTES = Endpoint.MOST_BYTES_ANYWHERE;

  private TaxRows() {}

  static List<TaxRow> of(Exchange exchange) {
    String type = exchange.header("Content-Type").orElse("").split(";", 2)[0].strip();
    if (!type.toLowerCase(Locale.ROOT).equals(TYPE)) {
      throw Refusal.of(415, "unsupported_media_type", "Send the rows as " + TYPE + ".");
    }
    List<TaxRow> rows = read(exchange.body());
    requireKeysOnce(rows);
    return rows;
  }

  static Refusal tooLarge() {
    return Refusal.of(
            413, "batch_too_large", "A batch has at most 5,000 rows and 4 MB; send several.")
        .member("max_rows", MOST_ROWS);
  }

  private static List<TaxRow> read(byte[] body) {
    List<TaxRow> rows = new ArrayList<>();
    for (int from = 0; from < body.length; ) {
      if (rows.size() == MOST_ROWS) {
        throw tooLarge();
      }
      int to = endOfLine(body, from);
      rows.add(new TaxRowReader(rows.size() + 1).read(body, from, to - from));
      from = to + 1;
    }
    if (rows.isEmpty()) {
      throw Refusal.badRequest("invalid_request", "The batch has no rows.");
    }
    return rows;
  }

  // A body that was cut on its way must not be taken for a shorter one.
  private static int endOfLine(byte[] body, int from) {
    for (int at = from; at < body.length; at++) {
      if (body[at] == '\n') {
        return at;
      }
    }
    throw Refusal.badRequest(
        "invalid_request", "The last line does not end with a line feed; was the body cut?");
  }

  private static void requireKeysOnce(List<TaxRow> rows) {
    Set<String> keys = new HashSet<>(rows.size() * 2);
    for (TaxRow row : rows) {
      if (!keys.add(row.rowKey())) {
        throw Refusal.badRequest(
                "invalid_request", "Two rows of the batch have the same row_key, so one is lost.")
            .member("field", "row_key");
      }
    }
  }
}
