package vn.eid.internal.disk;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;

/** Seals what is written, frame by frame. Only what was finished can be opened. */
public final class FrameOutput extends OutputStream {
  private final OutputStream out;
  private final Frames frames;
  private final byte[] frame = new byte[Frames.PLAIN];
  private int filled;
  private long number;

  /**
   * Begins a file.
   *
   * @param key for this file alone
   * @param context what the file is, of which nothing is written
   */
  public FrameOutput(OutputStream out, byte[] key, byte[] context) {
    this.out = out;
    this.frames = new Frames(Cipher.ENCRYPT_MODE, key, context);
  }

  /** A key for one file. */
  public static byte[] newKey() {
    return Frames.newKey();
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int at = from;
    int left = length;
    while (left > 0) {
      if (filled == frame.length) {
        seal(false);
      }
      int taken = Math.min(left, frame.length - filled);
      System.arraycopy(bytes, at, frame, filled, taken);
      filled += taken;
      at += taken;
      left -= taken;
    }
  }

  /** Writes the last frame. The file below stays open. */
  public void finish() throws IOException {
    seal(true);
    Arrays.fill(frame, (byte) 0);
  }

  private void seal(boolean last) throws IOException {
    try {
      out.write(frames.turn(number++, last, frame, filled));
      filled = 0;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime has no AES-GCM.", e);
    }
  }
}
