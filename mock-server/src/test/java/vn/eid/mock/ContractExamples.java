package vn.eid.mock;

import com.atlassian.oai.validator.report.ValidationReport.Message;
import com.atlassian.oai.validator.schema.SchemaValidator;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Holds the examples of an OpenAPI document against their schemas. */
final class ContractExamples {
  private final JsonNode document;
  private final SchemaValidator validator;

  ContractExamples(JsonNode document) {
    this.document = document;
    this.validator =
        new SchemaValidator(
            new OpenAPIV3Parser().readContents(document.toString()).getOpenAPI(),
            WireContract.messages());
  }

  List<String> faults() {
    List<String> faults = new ArrayList<>();
    for (JsonNode content : document.findValues("content")) {
      content.valueStream().forEach(media -> check(media, faults));
    }
    return faults;
  }

  private void check(JsonNode media, List<String> faults) {
    JsonNode schema = media.has("x-line-schema") ? media.get("x-line-schema") : media.get("schema");
    if (schema.has("$ref")) {
      Schema<?> named = new Schema<>().$ref(schema.get("$ref").asText());
      Stream.concat(Stream.of(media.path("example")), media.path("examples").valueStream())
          .map(example -> example.has("value") ? example.get("value") : example)
          .filter(example -> !example.isMissingNode())
          .flatMap(
              example ->
                  example.isTextual() ? example.asText().lines() : Stream.of(example.toString()))
          .flatMap(text -> validator.validate(text, named, "example").getMessages().stream())
          .map(Message::toString)
          .forEach(faults::add);
    }
  }
}
