package vn.eid.cli;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.eid.tax.BulkLink;

/** From which file to which file. */
final class RowFiles {

  @Option(names = "--in", paramLabel = "FILE", required = true)
  private Path in = Path.of("");

  @Option(names = "--out", paramLabel = "FILE", required = true)
  private Path out = Path.of("");

  @Option(names = "--format", paramLabel = "csv|ndjson")
  private @Nullable Format format;

  @Option(names = "--encoding", paramLabel = "NAME")
  private @Nullable Charset encoding;

  BulkLink job(Words words) {
    if (!Files.exists(in)) {
      throw new WrongUseException(words.say("file.missing", in));
    }
    Format read = formatOf(in, words);
    if (encoding != null && read == Format.NDJSON) {
      throw new WrongUseException(words.say("encoding.json"));
    }
    return BulkLink.of(read.rows(in, encoding), formatOf(out, words).results(out));
  }

  /** The name of a file is stronger, so that one option fits both where they differ. */
  private Format formatOf(Path file, Words words) {
    Format otherwise = format;
    return Format.of(file)
        .orElseGet(
            () -> {
              if (otherwise == null) {
                throw new WrongUseException(words.say("format.unknown", file));
              }
              return otherwise;
            });
  }
}
