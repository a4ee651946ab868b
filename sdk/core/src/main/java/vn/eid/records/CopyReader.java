package vn.eid.records;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;
import vn.eid.internal.disk.AlteredFileException;
import vn.eid.internal.disk.DiskTrouble;

/** The resources of a copy, one by one, each only while the consent stands. */
final class CopyReader extends AbstractSpliterator<HealthData> {
  private final Operation operation;
  private final DataInputStream in;
  private final Runnable stillStands;
  private long left;

  CopyReader(Operation operation, Copy copy, DataInputStream in, Runnable stillStands) {
    // Not SIZED, though it is: a count would then be told without the checks.
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    this.operation = operation;
    this.in = in;
    this.stillStands = stillStands;
    this.left = copy.facts().resources();
  }

  @Override
  public boolean tryAdvance(Consumer<? super HealthData> action) {
    stillStands.run();
    try {
      if (left == 0) {
        end();
        return false;
      }
      HealthData item = KeptItems.read(in);
      left--;
      action.accept(item);
      return true;
    } catch (AlteredFileException e) {
      throw operation.untrusted(Check.DECRYPTION, "The sealed copy was changed or cut.");
    } catch (IOException e) {
      throw DiskTrouble.of(operation, false, e);
    }
  }

  /** How many resources are still to come. */
  long left() {
    return left;
  }

  void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Also the last frame must be there, and nothing after it. */
  private void end() throws IOException {
    int following = in.read();
    in.close();
    if (following >= 0) {
      throw new AlteredFileException();
    }
  }
}
