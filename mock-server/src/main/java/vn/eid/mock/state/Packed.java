package vn.eid.mock.state;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Bytes that are kept for a day, in a quarter of their size. */
final class Packed {
  private final byte[] small;

  private Packed(byte[] small) {
    this.small = small;
  }

  static Packed of(byte[] bytes) {
    ByteArrayOutputStream small = new ByteArrayOutputStream(bytes.length / 4 + 64);
    Deflater fast = new Deflater(Deflater.BEST_SPEED);
    try (DeflaterOutputStream deflated = new DeflaterOutputStream(small, fast)) {
      deflated.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      fast.end();
    }
    return new Packed(small.toByteArray());
  }

  byte[] unpack() {
    try (InflaterInputStream inflated = new InflaterInputStream(new ByteArrayInputStream(small))) {
      return inflated.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
