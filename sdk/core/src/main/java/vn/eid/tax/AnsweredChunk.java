package vn.eid.tax;

import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.util.OptionalDouble;

/** What comes of a chunk, ready to be written. Immutable. */
final class AnsweredChunk {
  final long index;
  final String digest;
  final Counts counts;
  final long lastRow;
  final OptionalDouble fraction;
  private final byte[] lines;

  private AnsweredChunk(
      long index,
      String digest,
      Counts counts,
      long lastRow,
      OptionalDouble fraction,
      byte[] lines) {
    this.index = index;
    this.digest = digest;
    this.counts = counts;
    this.lastRow = lastRow;
    this.fraction = fraction;
    this.lines = lines;
  }

  static AnsweredChunk of(Chunk chunk, Counts counts, byte[] lines) {
    return new AnsweredChunk(
        chunk.index(), chunk.digest(), counts, chunk.lastRow(), chunk.fraction(), lines);
  }

  /** The result lines. Not to be changed. */
  byte[] lines() {
    return lines;
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(index);
    out.writeUTF(digest);
    counts.write(out);
    out.writeLong(lastRow);
    out.writeDouble(fraction.orElse(-1));
    out.writeInt(lines.length);
    out.write(lines);
  }

  static AnsweredChunk read(DataInputStream in) throws IOException {
    long index = in.readLong();
    String digest = in.readUTF();
    Counts counts = Counts.read(in);
    long lastRow = in.readLong();
    double fraction = in.readDouble();
    // Not by making room for as much as the length says: nobody vouches for it.
    byte[] lines = in.readNBytes(in.readInt());
    return new AnsweredChunk(
        index,
        digest,
        counts,
        lastRow,
        fraction < 0 ? OptionalDouble.empty() : OptionalDouble.of(fraction),
        lines);
  }
}
