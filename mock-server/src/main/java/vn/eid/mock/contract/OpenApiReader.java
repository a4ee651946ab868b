package vn.eid.mock.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.stream.Stream;
import vn.eid.mock.endpoint.ErrorStyle;
import vn.eid.mock.endpoint.Reply;
import vn.eid.mock.endpoint.Route;
import vn.eid.mock.page.Operation;
import vn.eid.mock.page.Sourced;

/** Reads what a page shows of a document. */
final class OpenApiReader {
  private static final String REFERENCE = "$ref";

  private final JsonNode document;

  OpenApiReader(JsonNode document) {
    this.document = document;
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Entry<String, JsonNode> method : path.getValue().properties()) {
        operations.add(operation(method.getKey(), path.getKey(), method.getValue()));
      }
    }
    return operations;
  }

  private Operation operation(String method, String path, JsonNode operation) {
    String upper = method.toUpperCase(Locale.ROOT);
    return new Operation(
        operation.path("operationId").asText(),
        upper,
        path,
        operation.path("summary").asText(),
        operation.path("description").asText(),
        stream(operation.path("parameters")).map(this::followed).map(this::parameter).toList(),
        bodies(followed(operation.path("requestBody"))),
        operation.path("responses").propertyStream().map(this::answer).toList(),
        known(upper, path));
  }

  private Operation.Parameter parameter(JsonNode parameter) {
    return new Operation.Parameter(
        parameter.path("name").asText(),
        parameter.path("in").asText(),
        parameter.path("required").asBoolean(),
        parameter.path("description").asText(),
        schema(parameter.path("schema")));
  }

  private Operation.Answer answer(Entry<String, JsonNode> response) {
    JsonNode said = followed(response.getValue());
    return new Operation.Answer(response.getKey(), said.path("description").asText(), bodies(said));
  }

  private List<Operation.Body> bodies(JsonNode message) {
    return message.path("content").propertyStream().map(OpenApiReader::body).toList();
  }

  private static Operation.Body body(Entry<String, JsonNode> content) {
    JsonNode media = content.getValue();
    JsonNode shape = media.has("x-line-schema") ? media.get("x-line-schema") : media.path("schema");
    return new Operation.Body(content.getKey(), schema(shape), example(media));
  }

  private static String example(JsonNode media) {
    return Stream.concat(
            Stream.of(media.path("example")),
            media.path("examples").valueStream().map(example -> example.path("value")))
        .filter(example -> !example.isMissingNode())
        .map(example -> example.isTextual() ? example.asText() : example.toPrettyString())
        .findFirst()
        .orElse("");
  }

  /** The name of a schema, or the schema itself where it has none. */
  private static String schema(JsonNode schema) {
    JsonNode named = schema.has("allOf") ? schema.path("allOf").path(0) : schema;
    return named.has(REFERENCE)
        ? named.get(REFERENCE).asText().replaceFirst(".*/", "")
        : schema.toString();
  }

  private JsonNode followed(JsonNode node) {
    return Optional.ofNullable(node.get(REFERENCE))
        .map(reference -> document.at(reference.asText().substring(1)))
        .orElse(node);
  }

  // What the manifest says of the route.
  private static List<Sourced> known(String method, String path) {
    Route route = new Route(method, path, unused -> Reply.noContent(), ErrorStyle.PROBLEM);
    return Behaviour.of(route).stream().map(Behaviour::sourced).toList();
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return list.valueStream();
  }
}
