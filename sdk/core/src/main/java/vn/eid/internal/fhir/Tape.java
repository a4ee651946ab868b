package vn.eid.internal.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;
import vn.eid.internal.json.StrictUtf8;

/**
 * Bytes on their way to a parser, kept until they are cut off, so that a resource can be handed out
 * as it was written. What is kept is limited while it is read: nobody can fill the memory.
 */
final class Tape extends InputStream {
  private final Operation operation;
  private final InputStream from;
  private final int limit;
  private byte[] kept = new byte[1 << 15];
  private int start;
  private int end;

  /** How many bytes of the stream lie before {@link #start}. */
  private long cutOff;

  Tape(Operation operation, InputStream from, int limit) {
    this.operation = operation;
    this.from = from;
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = from.read(buffer, offset, length);
    if (count > 0) {
      makeRoom(count);
      System.arraycopy(buffer, offset, kept, end, count);
      end += count;
    }
    return count;
  }

  /** A copy of what lies between two places in the stream. */
  byte[] between(long first, long last) {
    return Arrays.copyOfRange(kept, index(first), index(last));
  }

  /** Forgets what lies before a place in the stream, once it is known to be text. */
  void cut(long place) {
    int index = index(place);
    if (!StrictUtf8.isWellFormed(kept, start, index)) {
      throw operation.untrusted(Check.FORMAT, "The FHIR answer is not valid UTF-8.");
    }
    start = index;
    cutOff = place;
  }

  private int index(long place) {
    return start + Math.toIntExact(place - cutOff);
  }

  private void makeRoom(int count) {
    int length = end - start;
    if (length + count > limit) {
      throw operation.untrusted(
          Check.SIZE, "One FHIR resource is larger than " + limit + " bytes.");
    }
    if (end + count <= kept.length) {
      return;
    }
    int needed = length + count;
    byte[] roomier = needed * 2 > kept.length ? new byte[needed * 2] : kept;
    System.arraycopy(kept, start, roomier, 0, length);
    kept = roomier;
    start = 0;
    end = length;
  }

  @Override
  public void close() throws IOException {
    from.close();
  }
}
