package vn.eid.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import vn.eid.UntrustedException.Check;
import vn.eid.consent.DataSet;
import vn.eid.internal.Operation;
import vn.eid.internal.fhir.BundleReader;
import vn.eid.internal.fhir.Resource;

/** A page of a FHIR search. */
final class SearchPage<T> implements Page<T> {
  private static final String OUTCOME = "OperationOutcome";

  /** Far above the reasons that an honest page has. */
  private static final int MAX_REASONS = 10_000;

  private final Operation operation;
  private final Course course;
  private final Class<T> itemType;
  private final String type;
  private final BundleReader reader;
  private final List<Withheld> withheld = new ArrayList<>();
  private boolean entries;
  private int outcomes;
  private int passedOver;

  /** A page that begins to arrive, with resources of the one type that was asked for. */
  SearchPage(Operation operation, Course course, DataSet<T> dataSet, BundleReader reader) {
    this.operation = operation;
    this.course = course;
    this.itemType = dataSet.itemType();
    this.type = dataSet.resource().substring(dataSet.resource().lastIndexOf('/') + 1);
    this.reader = reader;
  }

  @Override
  public Optional<T> next() {
    for (Optional<Resource> next = reader.next(); next.isPresent(); next = reader.next()) {
      Resource resource = next.get();
      if (resource.type().equals(OUTCOME)) {
        note(resource);
      } else if (isNew(resource)) {
        return Optional.of(itemType.cast(new HealthData(resource.type(), resource.json())));
      }
    }
    return Optional.empty();
  }

  /** What is not handed out is bounded by what is kept of it. */
  private void note(Resource outcome) {
    withheld.addAll(Outcomes.of(outcome.fields(operation)));
    if (++outcomes + withheld.size() > MAX_REASONS) {
      throw operation.untrusted(Check.SIZE, "A page has more reasons than resources.");
    }
  }

  private boolean isNew(Resource resource) {
    entries = true;
    if (!resource.type().equals(type)) {
      throw operation.untrusted(
          Check.CONSENT, "A page holds another kind of resource than was asked for.");
    }
    course.checkSamePatient(resource);
    String id =
        resource
            .id()
            .orElseThrow(
                () -> operation.untrusted(Check.FORMAT, "A resource of a page has no id."));
    boolean fresh = course.admit(type + "/" + id, resource.json().length);
    if (!fresh) {
      passOver();
    } else if (resource.isRedacted()) {
      course.tally().redacted();
    }
    return fresh;
  }

  /** A page that is read again brings each thing once; otherwise it could go on for ever. */
  private void passOver() {
    passedOver++;
    if (passedOver > course.met()) {
      throw operation.untrusted(Check.REPLAY, "A page brings the same again and again.");
    }
  }

  @Override
  public boolean hasEntries() {
    return entries;
  }

  @Override
  public OptionalLong total() {
    return reader.total();
  }

  @Override
  public Optional<String> nextLink() {
    return reader.nextLink();
  }

  @Override
  public List<Withheld> withheld() {
    return withheld;
  }

  @Override
  public void close() {
    reader.close();
  }
}
