package vn.eid.tax;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The journal that a bulk job left. Sums are put right first, because whoever changes a journal on
 * purpose does so too. It is read up to where it is whole, and what is read is what stands there.
 */
class JournalFuzzTest {
  private static final Path FILE = RowsFuzzTest.file();

  @FuzzTest
  void read(byte[] input) throws IOException {
    var unused = accepts(input);
  }

  /** Whether it tells of results. */
  boolean accepts(byte[] input) throws IOException {
    List<Long> ends = new ArrayList<>(List.of(0L));
    Files.write(FILE, withSums(input, ends));
    JournalContent content = JournalContent.of(FILE);
    assertThat(content.length()).isIn(ends);
    assertThat(content.begin().isPresent()).isEqualTo(content.length() > 0);
    return !content.written().isEmpty();
  }

  private static byte[] withSums(byte[] input, List<Long> ends) {
    ByteBuffer journal = ByteBuffer.wrap(input.clone());
    int at = 0;
    while (at + JournalFrame.HEAD <= input.length) {
      int length = journal.getInt(at);
      if (length <= 0 || length > input.length - at - JournalFrame.HEAD) {
        break;
      }
      CRC32C crc = new CRC32C();
      crc.update(input, at + JournalFrame.HEAD, length);
      journal.putInt(at + Integer.BYTES, (int) crc.getValue());
      at += JournalFrame.HEAD + length;
      ends.add((long) at);
    }
    return journal.array();
  }
}
