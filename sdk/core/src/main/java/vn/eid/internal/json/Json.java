package vn.eid.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import vn.eid.UnavailableException;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;

/**
 * JSON as the SDK reads and writes it: a name twice, text after the end and deep nesting are
 * refused.
 */
public final class Json {
  private static final int MAX_DEPTH = 64;

  /** A short text of empty objects becomes a large tree: what counts is how many, not how long. */
  private static final long MAX_TOKENS = 2_000_000;

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxTokenCount(MAX_TOKENS)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private Json() {}

  /** A message made of {@link PlainValues}. */
  public static byte[] bytes(Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
      PlainValues.write(out, value);
    } catch (IOException e) {
      throw new IllegalStateException("A message of the SDK cannot be written as JSON.", e);
    }
    return bytes.toByteArray();
  }

  /** A message made of {@link PlainValues}. */
  public static String text(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      PlainValues.write(out, value);
    } catch (IOException e) {
      throw new IllegalStateException("A message of the SDK cannot be written as JSON.", e);
    }
    return text.toString();
  }

  /**
   * Reads one JSON object from outside.
   *
   * @param what names the document in the error
   */
  public static Fields object(Operation operation, String what, byte[] json) {
    try (JsonParser parser = FACTORY.createParser(json)) {
      if (StrictUtf8.isWellFormed(json, 0, json.length)
          && parser.nextToken() == JsonToken.START_OBJECT) {
        JsonNode node = JsonTree.read(parser);
        if (parser.nextToken() == null) {
          return new Fields(operation, what, node);
        }
      }
    } catch (IOException | IllegalArgumentException | ArithmeticException e) {
      // Numbers beyond all sense are no IOException. Jackson's own text would quote the document.
    }
    throw operation.untrusted(Check.FORMAT, what + " is not a JSON object.");
  }

  /** One JSON object in a text of the application's own; empty where there is none. */
  public static Optional<Fields> objectIn(String text) {
    Operation reading = Operation.named("json");
    try {
      return Optional.of(object(reading, "The text", text.getBytes(StandardCharsets.UTF_8)));
    } catch (UntrustedException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads JSON objects from outside, one after the other.
   *
   * @throws UnavailableException where the last one is not whole: the rest of it was lost
   */
  public static void eachLine(
      Operation operation, String what, byte[] lines, Consumer<Fields> reader) {
    try (JsonParser parser = FACTORY.createParser(lines)) {
      for (JsonToken first = parser.nextToken(); first != null; first = parser.nextToken()) {
        if (first != JsonToken.START_OBJECT) {
          throw operation.untrusted(Check.FORMAT, what + " has a line that is no JSON object.");
        }
        reader.accept(new Fields(operation, what, JsonTree.read(parser)));
      }
    } catch (JsonEOFException e) {
      throw operation.unavailable(true, what + " broke off.");
    } catch (IOException | IllegalArgumentException | ArithmeticException e) {
      throw operation.untrusted(Check.FORMAT, what + " is not JSON, one object a line.");
    }
  }
}
