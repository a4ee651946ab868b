package vn.eid.mock.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;

/** JSON documents and signed tokens with their values {@link Masked masked}, ready to be read. */
final class MaskedJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final int MOST = 16_384;
  private static final int MOST_MEMBERS = 60;
  private static final int MOST_DEPTH = 20;

  private MaskedJson() {}

  /** The document; empty where it is none. */
  static Optional<String> document(byte[] json) {
    try {
      JsonNode node = MAPPER.readTree(json);
      return node == null || node.isMissingNode()
          ? Optional.empty()
          : Optional.of(pretty(masked("", node, 0)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * A JWS in compact form, taken apart: its header, its claims, and the beginning of its signature.
   * Empty where it is none that can be read.
   */
  static Optional<JwsParts> jws(String compact) {
    String[] parts = compact.split("\\.", -1);
    if (parts.length != 3 || compact.length() > Message.MOST_BYTES) {
      return Optional.empty();
    }
    Optional<JsonNode> header = object(parts[0]);
    Optional<JsonNode> claims = object(parts[1]);
    return header.isEmpty() || claims.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new JwsParts(
                pretty(masked("", header.get(), 1)),
                pretty(masked("", claims.get(), 1)),
                Masked.beginning(parts[2])));
  }

  private static Optional<JsonNode> object(String encoded) {
    try {
      JsonNode node = MAPPER.readTree(Base64.getUrlDecoder().decode(encoded));
      return Optional.ofNullable(node).filter(JsonNode::isObject);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static JsonNode masked(String name, JsonNode node, int depth) {
    if (depth > MOST_DEPTH) {
      return TextNode.valueOf("…");
    }
    if (node.isObject()) {
      return members(node, depth);
    }
    if (node.isArray()) {
      ArrayNode array = MAPPER.createArrayNode();
      for (int i = 0; i < Math.min(node.size(), MOST_MEMBERS); i++) {
        array.add(masked(name, node.get(i), depth + 1));
      }
      return array;
    }
    return node.isTextual() ? text(name, node.textValue(), depth) : scalar(name, node);
  }

  private static ObjectNode members(JsonNode node, int depth) {
    ObjectNode object = MAPPER.createObjectNode();
    node.properties().stream()
        .limit(MOST_MEMBERS)
        .forEach(
            member ->
                object.set(
                    Masked.text(member.getKey()),
                    masked(member.getKey(), member.getValue(), depth + 1)));
    return object;
  }

  private static JsonNode text(String name, String value, int depth) {
    Optional<JwsParts> jws = depth == 0 ? Optional.empty() : jwsOf(name, value);
    return TextNode.valueOf(
        jws.map(parts -> "JWS " + parts.signature()).orElse(Masked.member(name, value)));
  }

  private static Optional<JwsParts> jwsOf(String name, String value) {
    return name.isEmpty() || !value.startsWith("ey") ? Optional.empty() : jws(value);
  }

  // A number of eleven digits and more could be a citizen's; times have ten.
  private static JsonNode scalar(String name, JsonNode node) {
    return Masked.isPlain(name) && node.asText().length() <= 10
        ? node
        : TextNode.valueOf(Masked.hidden(node.asText()));
  }

  private static String pretty(JsonNode node) {
    try {
      String json = MAPPER.writeValueAsString(node);
      return json.length() > MOST ? json.substring(0, MOST) + "\n…" : json;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A document that was read could not be written.", e);
    }
  }
}
