package vn.eid.internal.disk;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The construction STREAM (Hoang, Reyhanitabar, Rogaway, Vizár: Online Authenticated-Encryption and
 * its Nonce-Reuse Misuse-Resistance, 2015) with AES-256-GCM: content of any length in frames of 64
 * KiB, each encrypted and authenticated by itself. The nonce of a frame is its number in 11 bytes
 * and a byte that says whether it is the last, as in the file format age (C2SP): so a frame that is
 * missing, moved, repeated or cut off does not open. The context is authenticated with each frame,
 * so that a file does not open in another's place.
 *
 * <p>Nonces are counted, so a key is for one file only; {@link #newKey()} makes one. A library was
 * not taken: the known one, Tink, brings protobuf and Gson into the application for what is here
 * one file on the JDK's own cipher, and its keys could not be wrapped by the storage key as it is.
 */
final class Frames {
  static final int PLAIN = 1 << 16;
  static final int TAG = 16;
  private static final int NONCE = 12;

  private final SecretKeySpec key;
  private final byte[] context;
  private final int mode;

  Frames(int mode, byte[] key, byte[] context) {
    this.mode = mode;
    this.key = new SecretKeySpec(key, "AES");
    this.context = context.clone();
  }

  /** A key for one file. */
  static byte[] newKey() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return key;
  }

  /** Seals or opens one frame. */
  byte[] turn(long number, boolean last, byte[] frame, int length) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce(number, last)));
    cipher.updateAAD(context);
    return cipher.doFinal(frame, 0, length);
  }

  private static byte[] nonce(long number, boolean last) {
    byte[] nonce = new byte[NONCE];
    ByteBuffer.wrap(nonce).putLong(3, number);
    nonce[NONCE - 1] = (byte) (last ? 1 : 0);
    return nonce;
  }
}
