package vn.eid.internal.disk;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/** Opens what {@link FrameOutput} sealed. Nothing of a frame is given before it was verified. */
public final class FrameInput extends InputStream {
  private final PushbackInputStream in;
  private final Frames frames;
  private byte[] frame = new byte[0];
  private int at;
  private long number;
  private boolean wasLast;

  /** Takes a file; closing this closes it. */
  public FrameInput(InputStream in, byte[] key, byte[] context) {
    this.in = new PushbackInputStream(in, 1);
    this.frames = new Frames(Cipher.DECRYPT_MODE, key, context);
  }

  /**
   * Reads.
   *
   * @throws AlteredFileException where the file is not the one that was sealed
   */
  @Override
  public int read() throws IOException {
    return isAtEnd() ? -1 : frame[at++] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (isAtEnd()) {
      return -1;
    }
    int given = Math.min(length, frame.length - at);
    System.arraycopy(frame, at, bytes, from, given);
    at += given;
    return given;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private boolean isAtEnd() throws IOException {
    while (at == frame.length && !wasLast) {
      open(in.readNBytes(Frames.PLAIN + Frames.TAG));
    }
    return at == frame.length;
  }

  private void open(byte[] sealed) throws IOException {
    if (sealed.length < Frames.TAG) {
      throw new AlteredFileException();
    }
    int following = in.read();
    if (following >= 0) {
      in.unread(following);
    }
    try {
      frame = frames.turn(number++, following < 0, sealed, sealed.length);
      at = 0;
      wasLast = following < 0;
    } catch (GeneralSecurityException e) {
      throw new AlteredFileException();
    }
  }
}
