package vn.eid.internal.disk;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** A file that is written at its end. What was forced is there after a crash. */
public interface DurableFile extends Closeable {

  /** Where to write. Closed with this. */
  OutputStream bytes();

  /** Returns when all that was written has reached the disk. */
  void force() throws IOException;
}
