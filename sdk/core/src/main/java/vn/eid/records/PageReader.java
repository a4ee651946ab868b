package vn.eid.records;

import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.http.WireResponse;
import vn.eid.internal.json.Fields;

/** Reads one answer: a FHIR document, a page of a FHIR search, or citizen data. */
final class PageReader<T> {
  private final Connection connection;
  private final Pull<T> pull;
  private final Operation operation;

  PageReader(Connection connection, Pull<T> pull) {
    this.connection = connection;
    this.pull = pull;
    this.operation = pull.operation;
  }

  Page<T> read(HttpUrl url, WireResponse response) {
    Class<T> type = pull.dataSet.itemType();
    if (type == CitizenData.class) {
      Fields fields = response.json("The citizen data");
      CitizenData data = CitizenDataReader.read(connection, operation, fields);
      return new Page<>(List.of(type.cast(data)), Optional.empty(), pull);
    }
    Fields bundle = response.json("The FHIR answer");
    if (!bundle.requiredText("resourceType").equals("Bundle")) {
      throw operation.untrusted(Check.FORMAT, "The FHIR answer is not a Bundle.");
    }
    return switch (bundle.requiredText("type")) {
      case "document" -> new Page<>(List.of(type.cast(resource(bundle))), Optional.empty(), pull);
      case "searchset" -> new Page<>(entries(bundle, type), next(url, bundle), pull);
      default ->
          throw operation.untrusted(
              Check.FORMAT, "The FHIR Bundle is neither a document nor a search result.");
    };
  }

  private List<T> entries(Fields bundle, Class<T> type) {
    return bundle.objects("entry").stream()
        .map(entry -> entry.object("resource"))
        .flatMap(Optional::stream)
        .map(fields -> type.cast(resource(fields)))
        .toList();
  }

  private Optional<HttpUrl> next(HttpUrl page, Fields bundle) {
    return bundle.objects("link").stream()
        .filter(link -> link.text("relation").equals(Optional.of("next")))
        .findFirst()
        .map(link -> pull.follow(page, link.requiredText("url")));
  }

  private HealthData resource(Fields fields) {
    String type = fields.requiredText("resourceType");
    // It is printed, so it must be the plain word that FHIR types are.
    if (!type.matches("[A-Za-z]{1,64}")) {
      throw operation.untrusted(Check.FORMAT, "A FHIR resource has no usable type.");
    }
    return new HealthData(type, fields.json());
  }
}
