package vn.eid.records;

import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;
import vn.eid.internal.fhir.Resource;

/** Where a pull stands: what it has met and handed out, and the page that it reads. */
final class Course {
  private static final int MAX_EMPTY_PAGES = 20;
  private static final String NOBODY = "";

  private final Operation operation;
  private final byte[] key;
  private final Fingerprints resources;
  private final Fingerprints pages;
  private final Tally tally;
  private @Nullable HttpUrl page;
  private @Nullable String providersName;
  private @Nullable String patient;
  private boolean finished;
  private int fresh;
  private int emptyPages;

  Course(Operation operation, byte[] key, Tally tally) {
    this.operation = operation;
    this.key = key.clone();
    this.resources = new Fingerprints(key);
    this.pages = new Fingerprints(key);
    this.tally = tally;
  }

  /** Takes up where another process was. */
  static Course resumed(
      Operation operation,
      byte[] key,
      Tally tally,
      HttpUrl page,
      Optional<String> providersName,
      Optional<String> patient,
      byte[] latest,
      int fresh) {
    Course course = new Course(operation, key, tally);
    course.startAt(page);
    course.providersName = providersName.orElse(null);
    course.patient = patient.orElse(null);
    course.resources.addAll(latest);
    course.fresh = fresh;
    return course;
  }

  byte[] key() {
    return key.clone();
  }

  Tally tally() {
    return tally;
  }

  boolean isFinished() {
    return finished;
  }

  /** The page that is read; empty before the first. */
  Optional<HttpUrl> page() {
    return Optional.ofNullable(page);
  }

  /** The provider's name for this pull. */
  Optional<String> providersName() {
    return Optional.ofNullable(providersName);
  }

  void named(Optional<String> name) {
    providersName = name.orElse(null);
  }

  Optional<String> patient() {
    return Optional.ofNullable(patient);
  }

  /** How many items of the page that is read were handed out, by whatever process. */
  int fresh() {
    return fresh;
  }

  /** How many items were met. */
  int met() {
    return resources.count();
  }

  /** The names that a position carries, if they are all of the page that is read. */
  Optional<byte[]> latest() {
    return fresh <= Fingerprints.LATEST ? Optional.of(resources.latest()) : Optional.empty();
  }

  void startAt(HttpUrl url) {
    page = url;
    pages.add(url.toString());
  }

  /** Whether an item was not handed out yet; it is from now on. */
  boolean admit(String name, long bytes) {
    if (resources.isFull()) {
      throw operation.untrusted(Check.SIZE, "The pages hold more than any record does.");
    }
    boolean isNew = resources.add(name).isPresent();
    if (isNew) {
      fresh++;
      tally.resource(bytes);
    }
    return isNew;
  }

  /** Refuses a resource that is about somebody else than those before. */
  void checkPatient(Resource resource) {
    Optional<String> reference = resource.patient().map(Course::withoutVersion);
    reference.ifPresent(this::checkPatient);
  }

  /** The same for a list, where each resource says whom it is about, or none does. */
  void checkSamePatient(Resource resource) {
    checkPatient(resource.patient().map(Course::withoutVersion).orElse(NOBODY));
  }

  private void checkPatient(String reference) {
    // Each resource has its own things by such names (FHIR R4, section 2.3.0.2).
    boolean nameless = reference.startsWith("#");
    if (nameless || (patient != null && !patient.equals(reference))) {
      throw operation.untrusted(
          Check.SUBJECT, "A resource is about another person than those before it.");
    }
    patient = reference;
  }

  /** The same person may be referred to in several versions (FHIR R4, section 2.3.0). */
  private static String withoutVersion(String reference) {
    int version = reference.indexOf("/_history/");
    return version < 0 ? reference : reference.substring(0, version);
  }

  /** Closes a page that was read to its end. */
  void finish(Page<?> read) {
    if (read.hasEntries() && fresh == 0) {
      throw operation.untrusted(
          Check.REPLAY, "A page brings again what came before, and nothing else.");
    }
    emptyPages = read.hasEntries() ? 0 : emptyPages + 1;
    tally.page(read);
    fresh = 0;
  }

  /** Goes on to the next page. */
  void follow(HttpUrl next) {
    if (pages.add(next.toString()).isEmpty()) {
      throw operation.untrusted(Check.FORMAT, "The pages lead in a circle.");
    }
    // Empty pages happen; a provider that sends nothing else would keep us for ever.
    if (emptyPages > MAX_EMPTY_PAGES || pages.isFull()) {
      throw operation.untrusted(Check.FORMAT, "The pages go on without a single item.");
    }
    page = next;
  }

  void finishAll() {
    finished = true;
  }
}
