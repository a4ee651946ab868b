package vn.eid.records;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.fhir.BundleReader;
import vn.eid.internal.fhir.Resource;
import vn.eid.internal.json.Json;

/** Makes a page of an answer, by what was asked for: a search, a document, or citizen data. */
final class PageOpener<T> {
  private static final int MAX_CITIZEN_DATA = 1 << 20;

  private final Operation operation;
  private final Connection connection;
  private final PullRequest<T> request;
  private final Course course;

  PageOpener(Operation operation, Connection connection, PullRequest<T> request, Course course) {
    this.operation = operation;
    this.connection = connection;
    this.request = request;
    this.course = course;
  }

  Page<T> open(InputStream json) {
    if (request.dataSet.itemType() == CitizenData.class) {
      return citizenData(whole(json, MAX_CITIZEN_DATA));
    }
    if (request.dataSet.resource().contains("$")) {
      return document(whole(json, BundleReader.MAX_RESOURCE_BYTES));
    }
    BundleReader reader = new BundleReader(operation, json, "searchset");
    return new SearchPage<>(operation, course, request.dataSet, reader);
  }

  private Page<T> citizenData(byte[] json) {
    CitizenData data =
        CitizenDataReader.read(
            connection,
            operation,
            request.dataSet,
            Json.object(operation, "The citizen data", json));
    return new SinglePage<>(
        course, request.dataSet.itemType().cast(data), json.length, false, List.of());
  }

  /** A document (FHIR R4, section 2.42) is one thing: a part means nothing without the rest. */
  private Page<T> document(byte[] json) {
    List<Withheld> withheld = new ArrayList<>();
    boolean redacted = false;
    try (BundleReader reader =
        new BundleReader(operation, new ByteArrayInputStream(json), "document")) {
      for (Optional<Resource> part = reader.next(); part.isPresent(); part = reader.next()) {
        withheld.addAll(examined(part.get()));
        redacted |= part.get().isRedacted();
      }
    }
    HealthData document = new HealthData("Bundle", json);
    return new SinglePage<>(
        course, request.dataSet.itemType().cast(document), json.length, redacted, withheld);
  }

  private List<Withheld> examined(Resource part) {
    course.checkPatient(part);
    return switch (part.type()) {
      case "Composition" -> Outcomes.ofSections(part.fields(operation));
      case "OperationOutcome" -> Outcomes.of(part.fields(operation));
      default -> List.of();
    };
  }

  private byte[] whole(InputStream json, int limit) {
    try (json) {
      byte[] body = json.readNBytes(limit + 1);
      if (body.length > limit) {
        throw operation.untrusted(Check.SIZE, "The answer is larger than " + limit + " bytes.");
      }
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
