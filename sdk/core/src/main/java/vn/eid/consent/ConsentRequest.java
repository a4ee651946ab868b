package vn.eid.consent;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.eid.CitizenId;
import vn.eid.InvalidRequestException;
import vn.eid.consent.ConsentTerms.Handling;
import vn.eid.consent.ConsentTerms.Scope;
import vn.eid.consent.ConsentTerms.Wording;
import vn.eid.internal.jose.Hashes;

/**
 * What is asked of a citizen: one purpose, some data sets, for a time, and what the citizen has to
 * know before deciding (Law 91/2025/QH15, article 9).
 *
 * <p>Each request carries an idempotency key, so sending the same object again after a lost answer
 * gives the same consent, not a second one; with a {@link #reference} that holds for a new process
 * too. {@link #toString()} shows no personal data. Immutable and thread-safe.
 */
public final class ConsentRequest {
  private static final Duration DEFAULT_VALIDITY = Duration.ofHours(24);
  private static final Duration MIN_VALIDITY = Duration.ofMinutes(1);
  private static final Duration MAX_VALIDITY = Duration.ofDays(5 * 365);
  private static final Duration MAX_RETENTION = Duration.ofDays(100 * 365);
  private static final int MAX_USES = 1000;
  private static final int MAX_RECIPIENTS = 10;

  private final CitizenId citizen;
  private final Purpose purpose;
  private final Scope scope;
  private final Disclosure disclosure;
  private final Answer answer;
  private final String randomKey = UUID.randomUUID().toString();

  /** What becomes of the data, as the citizen is told. */
  private record Disclosure(
      List<Recipient> recipients,
      boolean crossBorder,
      Optional<Duration> retention,
      Notice notice) {}

  /** Where the answer goes and what it must fit. */
  private record Answer(
      Optional<URI> returnTo, Optional<String> subject, Optional<String> reference) {}

  private ConsentRequest(
      CitizenId citizen, Purpose purpose, Scope scope, Disclosure disclosure, Answer answer) {
    this.citizen = citizen;
    this.purpose = purpose;
    this.scope = scope;
    this.disclosure = disclosure;
    this.answer = answer;
  }

  /**
   * Asks a citizen for data, valid for 24 hours, as often as needed in that time, for this
   * application alone, inside Vietnam, under the {@linkplain Notice#standard standard notice}.
   *
   * @throws InvalidRequestException where no data set is named
   */
  public static ConsentRequest ask(CitizenId citizen, Purpose purpose, DataSet<?>... dataSets) {
    Set<String> names =
        Arrays.stream(dataSets)
            .map(DataSet::name)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (names.isEmpty()) {
      throw new InvalidRequestException("dataSets", "Name at least one data set to ask for.");
    }
    return new ConsentRequest(
        citizen,
        purpose,
        new Scope(names, DEFAULT_VALIDITY, Optional.empty(), OptionalInt.empty()),
        new Disclosure(List.of(), false, Optional.empty(), Notice.standard()),
        new Answer(Optional.empty(), Optional.empty(), Optional.empty()));
  }

  /**
   * How long the consent is to hold, from the citizen's yes on. Ask for no longer than you need.
   *
   * @throws InvalidRequestException where it is under a minute or over five years
   */
  public ConsentRequest validFor(Duration validity) {
    if (validity.compareTo(MIN_VALIDITY) < 0 || validity.compareTo(MAX_VALIDITY) > 0) {
      throw new InvalidRequestException(
          "validFor", "A consent is asked for between one minute and five years.");
    }
    Duration seconds = Duration.ofSeconds(validity.toSeconds());
    return with(new Scope(scope.dataSets(), seconds, scope.period(), scope.uses()));
  }

  /** Only data about these days; without it, about any day. */
  public ConsentRequest covering(Period period) {
    Optional<Period> days = Optional.of(period);
    return with(new Scope(scope.dataSets(), scope.validity(), days, scope.uses()));
  }

  /** Each data set may be pulled once. */
  public ConsentRequest once() {
    return upTo(1);
  }

  /**
   * Each data set may be pulled so many times; without it, as often as needed.
   *
   * @param times from 1 to 1,000
   * @throws InvalidRequestException where it is another number
   */
  public ConsentRequest upTo(int times) {
    if (times < 1 || times > MAX_USES) {
      throw new InvalidRequestException("upTo", "A consent is asked for from 1 to 1,000 uses.");
    }
    OptionalInt uses = OptionalInt.of(times);
    return with(new Scope(scope.dataSets(), scope.validity(), scope.period(), uses));
  }

  /**
   * Others who get the data from this application; without it, nobody does. Health data may go to
   * other health-care or insurance companies only where the citizen asked for it in writing (Law
   * 91/2025/QH15, article 26).
   *
   * @throws InvalidRequestException where more than ten are named, or two have the same code
   */
  public ConsentRequest sharedWith(Recipient... recipients) {
    long codes = Arrays.stream(recipients).map(Recipient::code).distinct().count();
    if (recipients.length > MAX_RECIPIENTS || codes < recipients.length) {
      throw new InvalidRequestException(
          "recipients", "Name up to ten recipients, each under a code of its own.");
    }
    return with(
        new Disclosure(
            List.of(recipients), disclosure.crossBorder, disclosure.retention, disclosure.notice));
  }

  /** The data leaves Vietnam (chuyển dữ liệu ra nước ngoài); without it, it stays. */
  public ConsentRequest leavingVietnam() {
    return with(
        new Disclosure(disclosure.recipients, true, disclosure.retention, disclosure.notice));
  }

  /**
   * How long you keep the data (thời hạn lưu trữ).
   *
   * @throws InvalidRequestException where it is under a second or over a hundred years
   */
  public ConsentRequest keptFor(Duration retention) {
    if (retention.toSeconds() < 1 || retention.compareTo(MAX_RETENTION) > 0) {
      throw new InvalidRequestException(
          "keptFor", "Data is kept between one second and a hundred years.");
    }
    Optional<Duration> kept = Optional.of(Duration.ofSeconds(retention.toSeconds()));
    return with(
        new Disclosure(disclosure.recipients, disclosure.crossBorder, kept, disclosure.notice));
  }

  /** What the citizen is told before deciding; {@link Notice#standard()} without it. */
  public ConsentRequest notifying(Notice notice) {
    return with(
        new Disclosure(
            disclosure.recipients, disclosure.crossBorder, disclosure.retention, notice));
  }

  /**
   * Where the citizen's browser goes after the decision. Its coming is a hint only: ask {@link
   * Consents#find} what was decided.
   */
  public ConsentRequest returningTo(URI page) {
    return with(new Answer(Optional.of(page), answer.subject, answer.reference));
  }

  /**
   * The citizen is the one who logged in: where the registry means another person, its answers are
   * refused. Remembered in this process; in another one compare {@link Consent#subject()}.
   *
   * @param subject as {@code Identity.subject()} of the login has it
   * @throws InvalidRequestException where it has other than 1 to 255 characters
   */
  public ConsentRequest expecting(String subject) {
    if (subject.isBlank() || subject.length() > 255) {
      throw new InvalidRequestException("subject", "A subject has 1 to 255 characters.");
    }
    return with(new Answer(answer.returnTo, Optional.of(subject), answer.reference));
  }

  /**
   * Your own number for this case. Asking again under it, also after a crash and in another
   * process, gives the same consent; a request that differs is refused. The registry is sent a hash
   * of it.
   *
   * @throws InvalidRequestException where it has other than 1 to 200 characters
   */
  public ConsentRequest reference(String caseNumber) {
    if (caseNumber.isBlank() || caseNumber.length() > 200) {
      throw new InvalidRequestException("reference", "A reference has 1 to 200 characters.");
    }
    return with(new Answer(answer.returnTo, answer.subject, Optional.of(caseNumber)));
  }

  CitizenId citizen() {
    return citizen;
  }

  Optional<String> subject() {
    return answer.subject;
  }

  /** The same for the same case of the same client, or of this object's own. */
  String idempotencyKey(String clientId) {
    return answer.reference.map(caseNumber -> hash(clientId + "\n" + caseNumber)).orElse(randomKey);
  }

  /** What the registry must answer that it was asked. */
  ConsentTerms terms() {
    Set<String> recipients =
        disclosure.recipients.stream()
            .map(Recipient::code)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return new ConsentTerms(
        new Wording(purpose.code(), purpose.vietnamese(), purpose.english()),
        scope,
        new Handling(
            recipients, disclosure.crossBorder, disclosure.retention, disclosure.notice.mark()));
  }

  Map<String, Object> wire() {
    Map<String, Object> wire = new LinkedHashMap<>();
    wire.put("citizen_id", citizen.value());
    wire.put(
        "purpose",
        Map.of("code", purpose.code(), "text", text(purpose.vietnamese(), purpose.english())));
    wire.put("data_sets", List.copyOf(scope.dataSets()));
    wire.put("valid_for", scope.validity().toSeconds());
    scope
        .period()
        .ifPresent(
            days ->
                wire.put(
                    "period", Map.of("from", days.from().toString(), "to", days.to().toString())));
    scope.uses().ifPresent(uses -> wire.put("uses", uses));
    putDisclosure(wire);
    answer.returnTo.ifPresent(page -> wire.put("return_uri", page.toString()));
    return wire;
  }

  private void putDisclosure(Map<String, Object> wire) {
    if (!disclosure.recipients.isEmpty()) {
      wire.put(
          "recipients",
          disclosure.recipients.stream()
              .map(r -> Map.of("code", r.code(), "name", text(r.vietnamese(), r.english())))
              .toList());
    }
    wire.put("cross_border", disclosure.crossBorder);
    disclosure.retention.ifPresent(time -> wire.put("retention", time.toSeconds()));
    Notice notice = disclosure.notice;
    wire.put(
        "notice",
        Map.of("version", notice.version(), "text", text(notice.vietnamese(), notice.english())));
  }

  @Override
  public String toString() {
    return "ConsentRequest[" + purpose.code() + ", " + scope.dataSets() + "]";
  }

  private static String hash(String text) {
    return Hashes.sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> text(String vietnamese, String english) {
    return Map.of("vi", vietnamese, "en", english);
  }

  private ConsentRequest with(Scope changed) {
    return new ConsentRequest(citizen, purpose, changed, disclosure, answer);
  }

  private ConsentRequest with(Disclosure changed) {
    return new ConsentRequest(citizen, purpose, scope, changed, answer);
  }

  private ConsentRequest with(Answer changed) {
    return new ConsentRequest(citizen, purpose, scope, disclosure, changed);
  }
}
