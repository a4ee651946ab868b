package vn.eid.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;

/**
 * The body of a message as the application handed it over. A framework that has parsed, decoded or
 * rewritten it leaves traces, and to name them saves a day: a signature covers bytes, and whoever
 * sees "not a signed token" looks for the fault at the sender's.
 */
final class RawBody {
  private final Operation operation;
  private final byte[] bytes;
  private final String text;

  RawBody(Operation operation, byte[] bytes) {
    this.operation = operation;
    this.bytes = bytes;
    this.text = new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** A form with one token in it, as it came. */
  String form() {
    ofAny().ifPresent(this::refuse);
    return text;
  }

  /** A signed token and nothing else, as it came. */
  String token() {
    ofAny().or(this::ofToken).ifPresent(this::refuse);
    return text;
  }

  /** JSON, as it came. */
  byte[] json() {
    if (bytes.length == 0) {
      refuse("it is empty, so something has read it before");
    }
    return bytes;
  }

  private Optional<String> ofAny() {
    if (text.isEmpty()) {
      return Optional.of("it is empty, so something has read it before");
    }
    if (text.startsWith("\u00EF\u00BB\u00BF")) {
      return Optional.of("it begins with a byte order mark");
    }
    if (text.indexOf(0) >= 0) {
      return Optional.of("it was converted to UTF-16 or UTF-32");
    }
    if (text.chars().anyMatch(c -> c > 0x7E)) {
      return Optional.of("its characters were converted, and all that was sent is ASCII");
    }
    if (!text.equals(text.strip())) {
      return Optional.of("it begins or ends with white space, such as a new line");
    }
    return "{[\"".indexOf(text.charAt(0)) >= 0
        ? Optional.of("it was written anew as JSON")
        : Optional.empty();
  }

  /** A token has neither; a form parser adds the one, and a form writer the other. */
  private Optional<String> ofToken() {
    return text.indexOf('=') >= 0 || text.indexOf('%') >= 0
        ? Optional.of("it was read or written as a form")
        : Optional.empty();
  }

  private void refuse(String trace) {
    throw altered(trace);
  }

  private UntrustedException altered(String trace) {
    return operation.untrusted(
        Check.FORMAT,
        "The body is not what was sent ("
            + trace
            + "): read the raw bytes before your framework parses or converts them.");
  }
}
