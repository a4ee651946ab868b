package vn.eid.tax;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The text of a file. Bytes that are none in its encoding are neither passed over nor replaced by
 * something that looks like text: {@link #UNREADABLE} stands for them, which is no character.
 */
final class DecodedText implements Closeable {
  static final char UNREADABLE = '\uffff';
  private static final char BYTE_ORDER_MARK = '\ufeff';
  private static final int BLOCK = 1 << 16;
  private static final int ZIP = 0x504b0304;
  private static final int OLE = 0xd0cf11e0;

  private final InputStream in;
  private final Charset charset;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(BLOCK).flip();
  private long taken;
  private boolean started;
  private boolean atEnd;
  private boolean readBeyondAscii;
  private boolean foreign;

  /** Reads in an encoding; a mark of UTF-16 at the start overrules UTF-8. */
  DecodedText(InputStream in, Charset expected) throws IOException {
    this.in = in;
    refill();
    this.charset = expected.equals(StandardCharsets.UTF_8) ? marked() : expected;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** Reads some characters; -1 at the end. */
  int read(char[] to) throws IOException {
    // Room for the sign that stands for what cannot be read.
    CharBuffer out = CharBuffer.wrap(to, 0, to.length - 1);
    while (out.position() == 0) {
      CoderResult result = decoder.decode(bytes, out, atEnd);
      if (result.isError()) {
        replace(result, to, out);
      } else if (result.isUnderflow() && out.position() == 0) {
        if (atEnd) {
          return -1;
        }
        refill();
      }
      dropMark(to, out);
    }
    look(to, out.position());
    return out.position();
  }

  /** How many bytes of the file were read. */
  long taken() {
    return taken - bytes.remaining();
  }

  /**
   * Whether the file begins like the container of a spreadsheet program: a ZIP, or in older ones
   * and where there is a password an OLE file.
   */
  boolean isWorkbook() {
    return bytes.remaining() > 4 && (bytes.getInt(0) == ZIP || bytes.getInt(0) == OLE);
  }

  /**
   * Whether the first character beyond ASCII cannot be read: then all of the file is in another
   * encoding, while after others it is a fault of its row.
   */
  boolean isForeign() {
    return foreign;
  }

  /** Whether it begins with letters beyond ASCII in UTF-8, though another encoding was said. */
  boolean isUtf8AfterAll() {
    CharBuffer out = CharBuffer.allocate(bytes.remaining());
    return !charset.equals(StandardCharsets.UTF_8)
        && !StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate(), out, false).isError()
        && out.flip().chars().anyMatch(c -> c > 0x7f);
  }

  Charset charset() {
    return charset;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void replace(CoderResult result, char[] to, CharBuffer out) {
    look(to, out.position());
    foreign |= !readBeyondAscii;
    bytes.position(bytes.position() + result.length());
    out.limit(to.length).put(UNREADABLE);
  }

  private void look(char[] read, int count) {
    for (int i = 0; i < count && !readBeyondAscii; i++) {
      readBeyondAscii = read[i] > 0x7f && read[i] != UNREADABLE;
    }
  }

  private void dropMark(char[] to, CharBuffer out) {
    if (!started && out.position() > 0) {
      started = true;
      if (to[0] == BYTE_ORDER_MARK) {
        System.arraycopy(to, 1, to, 0, out.position() - 1);
        out.position(out.position() - 1);
      }
    }
  }

  private Charset marked() {
    int first = bytes.remaining() < 2 ? 0 : ((bytes.get(0) & 0xff) << 8) | (bytes.get(1) & 0xff);
    return switch (first) {
      case 0xfffe -> StandardCharsets.UTF_16LE;
      case 0xfeff -> StandardCharsets.UTF_16BE;
      default -> StandardCharsets.UTF_8;
    };
  }

  private void refill() throws IOException {
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (count < 0) {
      atEnd = true;
    } else {
      taken += count;
      bytes.position(bytes.position() + count);
    }
    bytes.flip();
  }
}
