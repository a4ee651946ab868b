package vn.eid.tax;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** One entry of a journal: its length, its checksum (CRC-32C), its kind and what it says. */
sealed interface JournalFrame {
  int HEAD = 2 * Integer.BYTES;
  int LONGEST = 64 << 20;

  /** The job: the first entry, and the only one of its kind. */
  record Begin(String secret, int chunkSize, ResultFormat format, String owner)
      implements JournalFrame {
    @Override
    public String toString() {
      return "Begin[…]";
    }
  }

  /**
   * All results up to a chunk are in the file.
   *
   * @param chunk the last of them; -1 where there is nothing but the header
   * @param length of the results file then
   * @param crc of its content then (CRC-32C)
   * @param digest of all rows up to there
   * @param lastRow the number of the last row; 0 where there is none
   * @param forced whether the file had reached the disk
   */
  record Written(
      long chunk, long length, int crc, String digest, long lastRow, Counts counts, boolean forced)
      implements JournalFrame {}

  /** A chunk was answered before its turn. */
  record Kept(AnsweredChunk chunk) implements JournalFrame {}

  /** This entry as it stands in the file. */
  default byte[] bytes() throws IOException {
    byte[] bytes = content();
    return ByteBuffer.allocate(HEAD + bytes.length)
        .putInt(bytes.length)
        .putInt(crc(bytes))
        .put(bytes)
        .array();
  }

  private byte[] content() throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    write(this, new DataOutputStream(content));
    return content.toByteArray();
  }

  /** The next whole entry; null where there is none, or what comes is torn or altered. */
  static @Nullable JournalFrame read(DataInputStream in, long left) throws IOException {
    if (left < HEAD) {
      return null;
    }
    int length = in.readInt();
    int crc = in.readInt();
    if (length <= 0 || length > Math.min(left - HEAD, LONGEST)) {
      return null;
    }
    byte[] content = in.readNBytes(length);
    return content.length == length && crc(content) == crc ? read(content) : null;
  }

  /**
   * A sum can be right over what none of us wrote. It is an entry only if it would be written so:
   * where the next one begins is told by that.
   */
  private static @Nullable JournalFrame read(byte[] content) throws IOException {
    try {
      JournalFrame frame = read(new DataInputStream(new ByteArrayInputStream(content)));
      return frame != null && Arrays.equals(frame.content(), content) ? frame : null;
    } catch (EOFException | UTFDataFormatException | IllegalArgumentException e) {
      return null;
    }
  }

  private static int crc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  private static void write(JournalFrame frame, DataOutput out) throws IOException {
    if (frame instanceof Begin begin) {
      out.writeUTF("eid bulk link 1");
      out.writeUTF(begin.secret());
      out.writeInt(begin.chunkSize());
      out.writeUTF(begin.format().name());
      out.writeUTF(begin.owner());
    } else if (frame instanceof Written written) {
      out.writeUTF("written");
      out.writeLong(written.chunk());
      out.writeLong(written.length());
      out.writeInt(written.crc());
      out.writeUTF(written.digest());
      out.writeLong(written.lastRow());
      written.counts().write(out);
      out.writeBoolean(written.forced());
    } else if (frame instanceof Kept kept) {
      out.writeUTF("kept");
      kept.chunk().write(out);
    }
  }

  private static @Nullable JournalFrame read(DataInputStream in) throws IOException {
    return switch (in.readUTF()) {
      case "eid bulk link 1" ->
          new Begin(in.readUTF(), in.readInt(), ResultFormat.valueOf(in.readUTF()), in.readUTF());
      case "written" ->
          new Written(
              in.readLong(),
              in.readLong(),
              in.readInt(),
              in.readUTF(),
              in.readLong(),
              Counts.read(in),
              in.readBoolean());
      case "kept" -> new Kept(AnsweredChunk.read(in));
      default -> null;
    };
  }
}
