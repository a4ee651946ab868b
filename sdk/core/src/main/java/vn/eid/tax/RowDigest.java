package vn.eid.tax;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A digest of rows, by which a later run knows whether they are still the same. */
final class RowDigest {
  private final MessageDigest digest;

  RowDigest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime has no SHA-256.", e);
    }
  }

  /** The digest of all chunks up to one, from that of those before it. */
  static String chained(String before, String chunk) {
    RowDigest both = new RowDigest();
    both.text(before);
    both.text(chunk);
    return both.take();
  }

  void add(InputRow row) {
    // A number has no line break and a reference is told by its length, so this is unambiguous.
    String reference = row.reference();
    text(
        row.number()
            + "\n"
            + reference.length()
            + "\n"
            + reference
            + (row.problem() == null ? "+" : "-")
            + row.content());
  }

  /** The digest of what was added since the last time. */
  String take() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }
}
