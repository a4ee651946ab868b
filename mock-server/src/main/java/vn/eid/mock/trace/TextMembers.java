package vn.eid.mock.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The texts at the top of a JSON document, among them tokens such as the {@code id_token}. */
final class TextMembers {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private TextMembers() {}

  /** Empty where the body is no JSON object. */
  static List<Pair> of(Message message) {
    if (!message.type().contains("json") || message.isCut()) {
      return List.of();
    }
    try {
      JsonNode node = MAPPER.readTree(message.body());
      return node == null
          ? List.of()
          : node.properties().stream()
              .filter(member -> member.getValue().isTextual())
              .map(TextMembers::pair)
              .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Pair pair(Map.Entry<String, JsonNode> member) {
    return new Pair(member.getKey(), member.getValue().textValue());
  }
}
