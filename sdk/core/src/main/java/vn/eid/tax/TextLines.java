package vn.eid.tax;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text, each held up to a length: of a line of gigabytes the rest is passed over in
 * constant memory. This stands below the CSV library, which would fail on such a file as a whole.
 */
final class TextLines implements Closeable {
  static final int MOST = 1 << 16;

  private final DecodedText text;
  private final char[] buffer = new char[1 << 13];
  private final Deque<TextLine> givenBack = new ArrayDeque<>();
  private int at;
  private int end;

  TextLines(DecodedText text) {
    this.text = text;
  }

  /** The next line without its end (LF, CR LF or CR); null where there is none. */
  @Nullable TextLine next() throws IOException {
    if (!givenBack.isEmpty()) {
      return givenBack.pop();
    }
    if (at == end && !refill()) {
      return null;
    }
    int stop = endOfLine();
    return stop < end ? whole(stop) : inPieces();
  }

  /** Puts lines back, to be read again in this order. */
  void giveBack(List<TextLine> lines) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      givenBack.push(lines.get(i));
    }
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  /** A line that lies in the buffer. */
  private TextLine whole(int stop) throws IOException {
    String line = new String(buffer, at, stop - at);
    at = stop;
    skipEnd();
    return new TextLine(line, false);
  }

  private TextLine inPieces() throws IOException {
    StringBuilder line = new StringBuilder();
    boolean tooLong = false;
    do {
      int stop = endOfLine();
      tooLong |= !take(line, stop);
      at = stop;
      if (stop < end) {
        skipEnd();
        break;
      }
    } while (refill());
    return new TextLine(line.toString(), tooLong);
  }

  private int endOfLine() {
    int stop = at;
    while (stop < end && buffer[stop] != '\n' && buffer[stop] != '\r') {
      stop++;
    }
    return stop;
  }

  private boolean take(StringBuilder line, int stop) {
    int room = Math.min(stop - at, MOST - line.length());
    line.append(buffer, at, room);
    return room == stop - at;
  }

  private void skipEnd() throws IOException {
    if (buffer[at++] == '\r' && (at < end || refill()) && buffer[at] == '\n') {
      at++;
    }
  }

  private boolean refill() throws IOException {
    int count = text.read(buffer);
    at = 0;
    end = Math.max(count, 0);
    return count > 0;
  }
}
