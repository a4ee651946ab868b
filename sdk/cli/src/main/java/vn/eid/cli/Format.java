package vn.eid.cli;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.eid.tax.LinkResults;
import vn.eid.tax.LinkRows;

/** How a file of rows or results is written. */
enum Format {
  CSV {
    @Override
    LinkRows rows(Path file, @Nullable Charset encoding) {
      return encoding == null ? LinkRows.csv(file) : LinkRows.csv(file, encoding);
    }

    @Override
    LinkResults results(Path file) {
      return LinkResults.csv(file);
    }
  },
  NDJSON {
    /** JSON is always UTF-8 (RFC 8259, section 8.1). */
    @Override
    LinkRows rows(Path file, @Nullable Charset encoding) {
      return LinkRows.ndjson(file);
    }

    @Override
    LinkResults results(Path file) {
      return LinkResults.ndjson(file);
    }
  };

  abstract LinkRows rows(Path file, @Nullable Charset encoding);

  abstract LinkResults results(Path file);

  /** What the ending of a file's name tells. */
  static Optional<Format> of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      return Optional.of(CSV);
    }
    return name.endsWith(".ndjson") || name.endsWith(".jsonl")
        ? Optional.of(NDJSON)
        : Optional.empty();
  }
}
