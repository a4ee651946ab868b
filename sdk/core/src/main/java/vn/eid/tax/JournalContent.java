package vn.eid.tax;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.eid.tax.JournalFrame.Begin;
import vn.eid.tax.JournalFrame.Kept;
import vn.eid.tax.JournalFrame.Written;

/**
 * What a journal says, up to its first entry that is torn or altered: what stands behind that
 * counts as not written.
 *
 * @param begin empty where the file is no journal, or one that is damaged at its start
 * @param length how much of the file can be relied on
 */
record JournalContent(
    Optional<Begin> begin, List<Written> written, Map<Long, AnsweredChunk> kept, long length) {
  /** Before the header, which is chunk -1. */
  private static final long NOTHING = -2;

  /** Whether it tells of no results beyond these; null for none at all. */
  boolean endsWith(@Nullable Written state) {
    long last = written.isEmpty() ? NOTHING : written.get(written.size() - 1).chunk();
    return last == (state == null ? NOTHING : state.chunk());
  }

  static JournalContent of(Path file) throws IOException {
    long size = Files.size(file);
    List<Written> written = new ArrayList<>();
    Map<Long, AnsweredChunk> kept = new HashMap<>();
    Begin begin = null;
    long length = 0;
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      for (JournalFrame frame = JournalFrame.read(in, size);
          frame != null && frame instanceof Begin == (begin == null);
          frame = JournalFrame.read(in, size - length)) {
        if (frame instanceof Begin first) {
          begin = first;
        } else if (frame instanceof Written entry) {
          written.add(entry);
          kept.remove(entry.chunk());
        } else if (frame instanceof Kept entry) {
          kept.put(entry.chunk().index, entry.chunk());
        }
        length += frame.bytes().length;
      }
    }
    return new JournalContent(Optional.ofNullable(begin), written, kept, length);
  }
}
