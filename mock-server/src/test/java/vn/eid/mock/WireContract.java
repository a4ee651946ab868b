package vn.eid.mock;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Message;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.eid.mock.contract.Contract;

/**
 * Holds what goes over the wire against one OpenAPI document. What the server answers must be as it
 * is written there, and so must be what it accepts.
 */
final class WireContract {
  private static final List<WireContract> ALL =
      Contract.all().stream().map(WireContract::new).toList();

  private final List<Pattern> paths = new ArrayList<>();
  private final OpenApiInteractionValidator validator;
  private final ContractLines lines;

  WireContract(Contract contract) {
    this(contract.servedAt("http://127.0.0.1"));
  }

  WireContract(JsonNode document) {
    this.validator =
        OpenApiInteractionValidator.createForInlineApiSpecification(document.toString())
            .withLevelResolver(onlyWhatIsWritten())
            .build();
    this.lines = new ContractLines(document);
    Iterator<String> names = document.path("paths").fieldNames();
    names.forEachRemaining(path -> paths.add(pattern(path)));
  }

  // The validator would forbid members that a schema leaves open, and each part of an allOf those
  // of the others.
  private static LevelResolver onlyWhatIsWritten() {
    return LevelResolver.create()
        .withLevel("validation.schema.additionalProperties", ValidationReport.Level.IGNORE)
        .build();
  }

  /** For who holds something against a single schema. */
  static MessageResolver messages() {
    return new MessageResolver(onlyWhatIsWritten());
  }

  private static Pattern pattern(String path) {
    return Pattern.compile(Pattern.quote(path).replaceAll("\\{[a-z]+}", "\\\\E[^/]+\\\\Q"));
  }

  /** The document that describes this path, if there is one. */
  static Optional<WireContract> of(String path) {
    return ALL.stream().filter(one -> one.describes(path)).findFirst();
  }

  private boolean describes(String path) {
    return paths.stream().anyMatch(pattern -> pattern.matcher(path).matches());
  }

  /** One request and its answer; header names are in lower case. */
  record Traffic(
      String method,
      String path,
      Map<String, List<String>> query,
      Map<String, List<String>> headers,
      String body,
      int status,
      Map<String, List<String>> answerHeaders,
      String answer) {}

  /** What is not as the document has it. */
  List<String> drift(Traffic traffic) {
    Stream<Message> answer =
        validator
            .validateResponse(traffic.path(), method(traffic), response(traffic))
            .getMessages()
            .stream();
    Stream<Message> asked =
        traffic.status() < 400
            ? validator.validateRequest(request(traffic)).getMessages().stream()
            : Stream.empty();
    return Stream.of(asked, answer, lines.drift(traffic))
        .flatMap(messages -> messages)
        .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
        .map(message -> traffic.method() + " " + traffic.path() + ": " + message)
        .toList();
  }

  private static Request.Method method(Traffic traffic) {
    return Request.Method.valueOf(traffic.method());
  }

  private static SimpleRequest request(Traffic traffic) {
    SimpleRequest.Builder request =
        new SimpleRequest.Builder(method(traffic), traffic.path()).withBody(traffic.body());
    traffic.headers().forEach(request::withHeader);
    traffic.query().forEach(request::withQueryParam);
    return request.build();
  }

  private static SimpleResponse response(Traffic traffic) {
    SimpleResponse.Builder response =
        SimpleResponse.Builder.status(traffic.status()).withBody(traffic.answer());
    traffic.answerHeaders().forEach(response::withHeader);
    return response.build();
  }
}
