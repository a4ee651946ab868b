package vn.eid.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** The lines of a file, as bytes. What follows the last line break is not one of them. */
final class Lines implements AutoCloseable {
  /** Longer than any that is written; the rest of such a one is read over. */
  private static final int MAX = 1 << 14;

  private final InputStream in;
  private long position;

  Lines(Path file) throws IOException {
    this(file, 0);
  }

  Lines(Path file, long from) throws IOException {
    this.in = new BufferedInputStream(new FileInputStream(file.toFile()), MAX);
    in.skipNBytes(from);
    this.position = from;
  }

  /** The next whole line, without its line break. */
  Optional<byte[]> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long read = 0;
    for (int b = in.read(); b >= 0; b = in.read()) {
      read++;
      if (b == '\n') {
        position += read;
        return Optional.of(line.toByteArray());
      }
      if (line.size() <= MAX) {
        line.write(b);
      }
    }
    return Optional.empty();
  }

  /** Where the last line that was given ends, its line break included. */
  long position() {
    return position;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
