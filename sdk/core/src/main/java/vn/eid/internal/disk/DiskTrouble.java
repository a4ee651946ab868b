package vn.eid.internal.disk;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import vn.eid.UnavailableException;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;

/** The disk did not do what it was asked for: full, gone, not allowed. */
public final class DiskTrouble {
  private DiskTrouble() {}

  /** Something done on the disk. */
  @FunctionalInterface
  public interface Work<T> {
    T run() throws IOException;
  }

  /** The same where nothing comes of it. */
  @FunctionalInterface
  public interface Step {
    void run() throws IOException;
  }

  /** Does it, or says what is wrong: an altered file is no trouble of the disk's. */
  public static <T> T orResult(Operation operation, Work<T> work) {
    try {
      return work.run();
    } catch (AlteredFileException e) {
      throw operation.untrusted(Check.DECRYPTION, "The sealed copy was changed, cut or removed.");
    } catch (IOException e) {
      throw of(operation, true, e);
    }
  }

  /** Does it, or says what is wrong. */
  public static void orDone(Operation operation, Step step) {
    orResult(
        operation,
        () -> {
          step.run();
          return true;
        });
  }

  public static UnavailableException of(
      Operation operation, boolean mayHaveTakenEffect, IOException e) {
    return of(operation, mayHaveTakenEffect, e, problem(e));
  }

  /** The same in words of the caller's. */
  public static UnavailableException of(
      Operation operation, boolean mayHaveTakenEffect, IOException e, String problem) {
    UnavailableException outage = operation.unavailable(mayHaveTakenEffect, problem);
    outage.initCause(e);
    return outage;
  }

  private static String problem(IOException e) {
    return e instanceof FileNotFoundException || e instanceof NoSuchFileException
        ? "There is no such file, or it may not be opened."
        : "The disk failed (" + e.getClass().getSimpleName() + "). Look at space and rights.";
  }
}
