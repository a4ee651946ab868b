package vn.eid.examples.desk;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of an upload. Of one that is longer than any row the rest is passed over. */
final class UploadLines implements Closeable {
  private static final int MOST = 1 << 16;
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final Reader text;
  private final Deque<String> givenBack = new ArrayDeque<>();
  private int ahead;

  private UploadLines(Reader text) throws IOException {
    this.text = text;
    this.ahead = text.read();
    if (ahead == BYTE_ORDER_MARK) {
      ahead = text.read();
    }
  }

  static UploadLines open(Path file, Charset charset) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    return new UploadLines(new BufferedReader(new InputStreamReader(in, told(in, charset))));
  }

  /** As the SDK tells: a mark of UTF-16 at the start overrules UTF-8. */
  private static Charset told(InputStream in, Charset said) throws IOException {
    in.mark(2);
    int mark = in.read() << 8 | in.read();
    in.reset();
    boolean utf16 = said.equals(StandardCharsets.UTF_8) && (mark == 0xfffe || mark == 0xfeff);
    return utf16 ? StandardCharsets.UTF_16 : said;
  }

  /** The next line without its end; null where there is none. */
  @Nullable String next() throws IOException {
    if (!givenBack.isEmpty()) {
      return givenBack.pop();
    }
    if (ahead < 0) {
      return null;
    }
    StringBuilder line = new StringBuilder();
    for (; ahead >= 0 && ahead != '\n' && ahead != '\r'; ahead = text.read()) {
      if (line.length() < MOST) {
        line.append((char) ahead);
      }
    }
    skipEnd();
    return line.toString();
  }

  void giveBack(List<String> lines) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      givenBack.push(lines.get(i));
    }
  }

  private void skipEnd() throws IOException {
    int end = ahead;
    ahead = end < 0 ? end : text.read();
    if (end == '\r' && ahead == '\n') {
      ahead = text.read();
    }
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
