package vn.eid.internal.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Whether bytes are well-formed UTF-8 (RFC 3629, section 4). A JSON parser lets some malformed
 * sequences pass, in the names of members even some that no text has, where it met the rest of the
 * name before; a lenient decoder would replace them: a name in a health record would change in
 * silence. The JDK's decoder would say the same, but only while it makes characters of all bytes.
 */
public final class StrictUtf8 {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long NOT_ASCII = 0x8080808080808080L;

  private StrictUtf8() {}

  /** Whether the bytes of a range, which begins and ends between two characters, are UTF-8. */
  public static boolean isWellFormed(byte[] bytes, int from, int to) {
    int position = endOfAscii(bytes, from, to);
    while (position < to) {
      int length = lengthOfCharacter(bytes, position, to);
      if (length == 0) {
        return false;
      }
      position = endOfAscii(bytes, position + length, to);
    }
    return true;
  }

  private static int endOfAscii(byte[] bytes, int from, int to) {
    int position = from;
    while (position + 8 <= to && ((long) EIGHT.get(bytes, position) & NOT_ASCII) == 0) {
      position += 8;
    }
    while (position < to && bytes[position] >= 0) {
      position++;
    }
    return position;
  }

  /** Of a character beyond ASCII; 0 where there is none. */
  private static int lengthOfCharacter(byte[] bytes, int at, int to) {
    int first = bytes[at] & 0xff;
    int length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (first < 0xc2 || first > 0xf4 || at + length > to || !isSecond(first, bytes[at + 1])) {
      return 0;
    }
    for (int i = at + 2; i < at + length; i++) {
      if ((bytes[i] & 0xc0) != 0x80) {
        return 0;
      }
    }
    return length;
  }

  /** Neither longer than needed, nor a surrogate, nor beyond Unicode: the second byte tells. */
  private static boolean isSecond(int first, byte second) {
    int value = second & 0xff;
    int least = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    int most = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    return value >= least && value <= most;
  }
}
