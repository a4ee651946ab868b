package vn.eid.mock.trace;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One half of an exchange over the wire. A thousand are kept, so a large body is kept in part.
 *
 * @param headers the values by lower-case name
 * @param body its first 64 kB
 * @param length how many bytes the body had, also where it was too large to be taken in
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record Message(Map<String, List<String>> headers, byte[] body, int length) {
  /** How much of a body is kept. */
  public static final int MOST_BYTES = 64 * 1024;

  public static Message of(Map<String, List<String>> headers, byte[] body) {
    byte[] kept = body.length <= MOST_BYTES ? body : Arrays.copyOf(body, MOST_BYTES);
    return new Message(headers, kept, Math.max(body.length, declared(headers)));
  }

  private static int declared(Map<String, List<String>> headers) {
    return headers.getOrDefault("content-length", List.of()).stream()
        .filter(length -> length.matches("[0-9]{1,9}"))
        .mapToInt(Integer::parseInt)
        .max()
        .orElse(0);
  }

  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  /** The media type in lower case, without parameters; empty where none is given. */
  public String type() {
    return header("content-type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** Whether the body is larger than what was kept of it. */
  public boolean isCut() {
    return length > body.length;
  }
}
