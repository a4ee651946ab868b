package vn.eid.tax;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import vn.eid.internal.disk.Disk;
import vn.eid.internal.disk.DurableFile;

/** The file with the results, written at its end. */
final class ResultsFile implements Closeable {
  private final DurableFile file;
  private final CRC32C crc;
  private long length;

  private ResultsFile(DurableFile file, CRC32C crc, long length) {
    this.file = file;
    this.crc = crc;
    this.length = length;
  }

  /** Makes the file with nothing but what stands before the first result. */
  static ResultsFile create(Disk disk, Path path, byte[] header) throws IOException {
    ResultsFile results = new ResultsFile(disk.append(path), new CRC32C(), 0);
    try {
      results.write(header);
      results.force();
      disk.forceDirectory(Disk.directoryOf(path));
      return results;
    } catch (IOException e) {
      results.close();
      throw e;
    }
  }

  /** Goes on at a length; what was written beyond it is cut off. */
  static ResultsFile goOn(Disk disk, Path path, long length) throws IOException {
    CRC32C crc = new CRC32C();
    try (InputStream in = Files.newInputStream(path)) {
      update(crc, in, length);
    }
    disk.truncate(path, length);
    return new ResultsFile(disk.append(path), crc, length);
  }

  void write(byte[] lines) throws IOException {
    file.bytes().write(lines);
    crc.update(lines);
    length += lines.length;
  }

  void force() throws IOException {
    file.force();
  }

  long length() {
    return length;
  }

  int crc() {
    return (int) crc.getValue();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** Adds so many bytes to a checksum; whether there were as many. */
  static boolean update(CRC32C crc, InputStream in, long count) throws IOException {
    byte[] block = new byte[1 << 16];
    long left = count;
    while (left > 0) {
      int read = in.read(block, 0, (int) Math.min(left, block.length));
      if (read < 0) {
        return false;
      }
      crc.update(block, 0, read);
      left -= read;
    }
    return true;
  }
}
