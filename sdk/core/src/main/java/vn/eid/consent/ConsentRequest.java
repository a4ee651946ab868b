package vn.eid.consent;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.eid.CitizenId;
import vn.eid.InvalidRequestException;

/**
 * What is asked of a citizen: one purpose, some data sets, for a time.
 *
 * <p>Each request carries an idempotency key, so sending the same object again after a lost answer
 * gives the same consent, not a second one. {@link #toString()} shows no personal data. Immutable
 * and thread-safe.
 */
public final class ConsentRequest {
  private static final Duration DEFAULT_VALIDITY = Duration.ofHours(24);
  private static final Duration MIN_VALIDITY = Duration.ofMinutes(1);
  private static final Duration MAX_VALIDITY = Duration.ofDays(5 * 365);

  private final CitizenId citizen;
  private final Purpose purpose;
  private final List<DataSet<?>> dataSets;
  private final Terms terms;
  private final String idempotencyKey = UUID.randomUUID().toString();

  /** What may be left out. */
  private record Terms(
      Duration validity, Optional<Period> period, boolean once, Optional<URI> returnTo) {}

  private ConsentRequest(
      CitizenId citizen, Purpose purpose, List<DataSet<?>> dataSets, Terms terms) {
    this.citizen = citizen;
    this.purpose = purpose;
    this.dataSets = dataSets;
    this.terms = terms;
  }

  /**
   * Asks a citizen for data, valid for 24 hours, as often as needed in that time.
   *
   * @throws InvalidRequestException where no data set is named
   */
  public static ConsentRequest ask(CitizenId citizen, Purpose purpose, DataSet<?>... dataSets) {
    Set<DataSet<?>> distinct = new LinkedHashSet<>(List.of(dataSets));
    if (distinct.isEmpty()) {
      throw new InvalidRequestException("dataSets", "Name at least one data set to ask for.");
    }
    Terms terms = new Terms(DEFAULT_VALIDITY, Optional.empty(), false, Optional.empty());
    return new ConsentRequest(citizen, purpose, List.copyOf(distinct), terms);
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
    return with(new Terms(validity, terms.period, terms.once, terms.returnTo));
  }

  /** Only data about these days; without it, about any day. */
  public ConsentRequest covering(Period period) {
    return with(new Terms(terms.validity, Optional.of(period), terms.once, terms.returnTo));
  }

  /** Each data set may be pulled once. */
  public ConsentRequest once() {
    return with(new Terms(terms.validity, terms.period, true, terms.returnTo));
  }

  /**
   * Where the citizen's browser goes after the decision. Its coming is a hint only: ask {@link
   * Consents#find} what was decided.
   */
  public ConsentRequest returningTo(URI page) {
    return with(new Terms(terms.validity, terms.period, terms.once, Optional.of(page)));
  }

  CitizenId citizen() {
    return citizen;
  }

  String idempotencyKey() {
    return idempotencyKey;
  }

  Map<String, Object> wire() {
    Map<String, Object> wire = new LinkedHashMap<>();
    wire.put("citizen_id", citizen.value());
    wire.put(
        "purpose",
        Map.of(
            "code", purpose.code(),
            "text", Map.of("vi", purpose.vietnamese(), "en", purpose.english())));
    wire.put("data_sets", dataSets.stream().map(DataSet::name).toList());
    wire.put("valid_for", terms.validity.toSeconds());
    terms.period.ifPresent(
        period ->
            wire.put(
                "period", Map.of("from", period.from().toString(), "to", period.to().toString())));
    if (terms.once) {
      wire.put("uses", 1);
    }
    terms.returnTo.ifPresent(page -> wire.put("return_uri", page.toString()));
    return wire;
  }

  @Override
  public String toString() {
    return "ConsentRequest[" + purpose.code() + ", " + dataSets + "]";
  }

  private ConsentRequest with(Terms changed) {
    return new ConsentRequest(citizen, purpose, dataSets, changed);
  }
}
