package vn.eid.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * What HAPI's parser lets pass and must not: a name twice, of which it would keep the last, and
 * numbers that are short as text and fill the memory when they are written out.
 */
final class StrictJson {
  private static final int MAX_DEPTH = 64;

  /** Digits before or after the point; no measurement comes near it. */
  private static final int MAX_SCALE = 1000;

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  // A document in a resource, such as a scan, is one long string.
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private StrictJson() {}

  static void check(String json) {
    try (JsonParser parser = FACTORY.createParser(json)) {
      if (isOneObject(parser)) {
        return;
      }
    } catch (IOException | ArithmeticException | NumberFormatException e) {
      // Jackson's own text would quote the record.
    }
    throw Refused.format("A record is not one JSON object with each name once.");
  }

  private static boolean isOneObject(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return false;
    }
    while (parser.nextToken() != null) {
      if (parser.currentToken().isNumeric() && !isSane(parser)) {
        return false;
      }
      if (parser.getParsingContext().inRoot()) {
        return parser.nextToken() == null;
      }
    }
    return false;
  }

  private static boolean isSane(JsonParser parser) throws IOException {
    int scale = new BigDecimal(parser.getText()).scale();
    return scale <= MAX_SCALE && scale >= -MAX_SCALE;
  }
}
