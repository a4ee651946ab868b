package vn.eid.mock;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.eid.mock.endpoint.Refusal;

/** The path of a request, split before it is decoded, so that no %2F can make a segment of two. */
record RequestPath(List<String> segments) {

  /**
   * @param raw the path as it stands in the request line
   * @throws Refusal 400 where a segment means different things to different servers
   */
  static RequestPath parse(String raw) {
    List<String> segments = new ArrayList<>();
    for (String segment : raw.substring(raw.startsWith("/") ? 1 : 0).split("/", -1)) {
      String decoded =
          decode(segment).filter(RequestPath::isPlain).orElseThrow(RequestPath::unsafe);
      segments.add(decoded);
    }
    return new RequestPath(List.copyOf(segments));
  }

  String decoded() {
    return "/" + String.join("/", segments);
  }

  private static boolean isPlain(String segment) {
    return !segment.equals(".")
        && !segment.equals("..")
        && segment.chars().noneMatch(c -> c == '/' || c == '\\' || c == ';' || c < ' ' || c == 127);
  }

  private static Optional<String> decode(String segment) {
    ByteBuffer bytes = ByteBuffer.allocate(segment.length() * 3);
    try {
      for (int i = 0; i < segment.length(); i++) {
        char c = segment.charAt(i);
        if (c == '%') {
          bytes.put((byte) Integer.parseInt(hex(segment, i), 16));
          i += 2;
        } else {
          bytes.put(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
        }
      }
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
    } catch (CharacterCodingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String hex(String segment, int percent) {
    if (percent + 3 > segment.length()) {
      throw new IllegalArgumentException("cut");
    }
    String digits = segment.substring(percent + 1, percent + 3);
    if (!digits.matches("[0-9A-Fa-f]{2}")) {
      throw new IllegalArgumentException("no hexadecimal digits");
    }
    return digits;
  }

  private static Refusal unsafe() {
    return Refusal.badRequest("invalid_path", "The path is not encoded in a safe and plain way.");
  }
}
