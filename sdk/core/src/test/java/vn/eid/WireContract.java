package vn.eid;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.schema.SchemaValidator;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import vn.eid.mock.EidMock;

/** One of the OpenAPI documents that the mock server publishes. */
final class WireContract {
  private static final class Loaded {
    static final List<WireContract> ALL = published();
  }

  private final OpenAPI document;
  private final List<Pattern> paths;
  private final OpenApiInteractionValidator validator;
  private final SchemaValidator lines;

  private WireContract(String json) {
    this.document = new OpenAPIV3Parser().readContents(json).getOpenAPI();
    this.paths = document.getPaths().keySet().stream().map(WireContract::pattern).toList();
    this.validator =
        OpenApiInteractionValidator.createForInlineApiSpecification(json)
            .withLevelResolver(onlyWhatIsWritten())
            .build();
    this.lines = new SchemaValidator(document, new MessageResolver(onlyWhatIsWritten()));
  }

  // A server of its own, so that no test finds these requests among its own.
  private static List<WireContract> published() {
    try (EidMock publisher = EidMock.start()) {
      return Stream.of("provider", "consent", "citizen-data", "records", "tax", "population")
          .map(name -> publisher.issuer().resolve("/openapi/" + name + ".json"))
          .map(address -> new WireContract(Application.get(address).body()))
          .toList();
    }
  }

  /** The document that describes this path, if there is one. */
  static Optional<WireContract> of(String path) {
    return Loaded.ALL.stream()
        .filter(one -> one.paths.stream().anyMatch(known -> known.matcher(path).matches()))
        .findFirst();
  }

  private static Pattern pattern(String path) {
    return Pattern.compile(Pattern.quote(path).replaceAll("\\{[a-z]+}", "\\\\E[^/]+\\\\Q"));
  }

  // The validator would forbid members that a schema leaves open, and each part of an allOf those
  // of the others.
  private static LevelResolver onlyWhatIsWritten() {
    return LevelResolver.create()
        .withLevel("validation.schema.additionalProperties", ValidationReport.Level.IGNORE)
        .build();
  }

  /** What a request has that the document does not allow. */
  List<String> drift(Request request) {
    HttpUrl url = HttpUrl.get("http://mock" + request.getUrl());
    SimpleRequest.Builder sent =
        new SimpleRequest.Builder(method(request), url.encodedPath())
            .withBody(request.getBodyAsString());
    copy(request.getHeaders(), sent::withHeader);
    for (String name : url.queryParameterNames()) {
      sent.withQueryParam(name, url.queryParameterValues(name));
    }
    return errors(
        Stream.of(
            validator.validateRequest(sent.build()),
            lines(url.encodedPath(), "Row", request.getBodyAsString())));
  }

  /** What an answer has that the document does not allow. */
  List<String> drift(Request request, Response response) {
    String path = URI.create(request.getUrl()).getRawPath();
    SimpleResponse.Builder answer =
        SimpleResponse.Builder.status(response.getStatus()).withBody(response.getBodyAsString());
    copy(response.getHeaders(), answer::withHeader);
    Stream<ValidationReport> rows =
        response.getStatus() == 200
            ? Stream.of(lines(path, "RowResult", response.getBodyAsString()))
            : Stream.empty();
    return errors(
        Stream.concat(
            Stream.of(validator.validateResponse(path, method(request), answer.build())), rows));
  }

  /** Each line of an NDJSON body, which OpenAPI 3.0 has no word for. */
  private ValidationReport lines(String path, String schema, String body) {
    if (!path.equals("/tax/v1/batches") && !path.endsWith("/results")) {
      return ValidationReport.empty();
    }
    Schema<?> named = new Schema<>().$ref("#/components/schemas/" + schema);
    return body.lines()
        .map(line -> lines.validate(line, named, "line"))
        .reduce(ValidationReport.empty(), ValidationReport::merge);
  }

  private static Method method(Request request) {
    return Method.valueOf(request.getMethod().getName());
  }

  private static void copy(HttpHeaders headers, BiConsumer<String, List<String>> target) {
    for (HttpHeader header : headers.all()) {
      target.accept(header.key(), header.values());
    }
  }

  private static List<String> errors(Stream<ValidationReport> reports) {
    return reports
        .flatMap(report -> report.getMessages().stream())
        .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
        .map(Object::toString)
        .toList();
  }
}
