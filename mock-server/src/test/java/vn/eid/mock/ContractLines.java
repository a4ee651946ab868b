package vn.eid.mock;

import com.atlassian.oai.validator.report.ValidationReport.Message;
import com.atlassian.oai.validator.schema.SchemaValidator;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.stream.Stream;
import vn.eid.mock.WireContract.Traffic;

/** Holds each line of an NDJSON body against its schema, which OpenAPI 3.0 has no word for. */
final class ContractLines {
  private static final String NAMED = "#/components/schemas/";

  private final JsonNode document;
  private final OpenAPI parsed;
  private final SchemaValidator validator;

  ContractLines(JsonNode document) {
    this.document = document;
    this.parsed = new OpenAPIV3Parser().readContents(document.toString()).getOpenAPI();
    this.validator = new SchemaValidator(parsed, WireContract.messages());
  }

  Stream<Message> drift(Traffic traffic) {
    return traffic.path().equals("/tax/v1/batches") || traffic.path().endsWith("/results")
        ? Stream.concat(
            traffic.status() < 400 ? lines(traffic.body(), "Row") : Stream.empty(),
            traffic.status() == 200 ? lines(traffic.answer(), "RowResult") : Stream.empty())
        : Stream.empty();
  }

  private Stream<Message> lines(String body, String schema) {
    if (document.path("components").path("schemas").path(schema).isMissingNode()) {
      throw new IllegalStateException("No schema " + schema);
    }
    Schema<?> named = new Schema<>().$ref(NAMED + schema);
    return body.lines()
        .flatMap(line -> validator.validate(line, named, "line").getMessages().stream());
  }
}
