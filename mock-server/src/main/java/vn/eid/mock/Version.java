package vn.eid.mock;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Which version of the program this is; Maven writes it down. */
final class Version {
  private Version() {}

  static String line() {
    try (InputStream file = Version.class.getResourceAsStream("version.txt")) {
      byte[] written = Objects.requireNonNull(file, "version.txt").readAllBytes();
      return "eid-mock " + new String(written, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
