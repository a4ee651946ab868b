package vn.eid;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A file in the SDK's own jar. A native image has it because the metadata in the jar names it. */
final class OwnFile {
  private OwnFile() {}

  static byte[] read(String name) {
    try (var in = OwnFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The SDK's jar lacks " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
