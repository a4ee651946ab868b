package vn.eid.examples.hospital;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Set;

/** The key that seals the copies, made at the first start; in production an operator makes it. */
final class StorageKeyFile {
  private static final int BYTES = 32;

  private StorageKeyFile() {}

  /** The file in this folder, made where it is not there, for its owner alone. */
  static Path in(Path folder) throws IOException {
    Path file = folder.resolve("storage.key");
    if (!Files.exists(file)) {
      byte[] key = new byte[BYTES];
      new SecureRandom().nextBytes(key);
      // With its permissions from the first moment on: afterwards somebody could have it open.
      try (SeekableByteChannel out =
          Files.newByteChannel(
              file,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              OwnerOnly.file())) {
        out.write(ByteBuffer.wrap(key));
      }
    }
    return file;
  }
}
