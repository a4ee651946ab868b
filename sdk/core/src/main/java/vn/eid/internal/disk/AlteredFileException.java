package vn.eid.internal.disk;

import java.io.IOException;

/** A file is not what was written: changed, cut, put in another's place. */
public final class AlteredFileException extends IOException {
  private static final long serialVersionUID = 1L;

  public AlteredFileException() {
    super("A sealed file is not the one that was written.");
  }
}
