package vn.eid.mock.endpoint;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The mock's one JSON mapper. */
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  public static ObjectMapper mapper() {
    return MAPPER;
  }

  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The mock made a document that is not JSON.", e);
    }
  }

  /** The bytes of a token in compact form, which is ASCII. */
  static byte[] ascii(String compact) {
    return compact.getBytes(StandardCharsets.US_ASCII);
  }

  /** The JSON object in a request's body. */
  public static JsonNode object(byte[] body) {
    try {
      JsonNode node = MAPPER.readTree(body);
      if (node != null && node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException e) {
      throw notObject(place(e.getLocation())); // Jackson's text would quote the body.
    } catch (IOException e) {
      throw notObject(" in UTF-8");
    }
    throw notObject("");
  }

  private static String place(@Nullable JsonLocation at) {
    return at == null
        ? ""
        : ": line " + at.getLineNr() + ", column " + at.getColumnNr() + " is no JSON";
  }

  private static Refusal notObject(String more) {
    return Refusal.badRequest("invalid_request", "The body is not a JSON object" + more + ".");
  }
}
