package vn.eid.records;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.eid.consent.Consent;
import vn.eid.consent.ConsentId;
import vn.eid.consent.Period;
import vn.eid.internal.json.Json;

/**
 * What was consented to, what was asked for, what came, and what did not and why. It holds no
 * health data. Immutable and thread-safe.
 */
public final class PullReceipt {
  private final PullRequest<?> request;
  private final Instant madeAt;
  private final PullProgress returned;
  private final long redacted;
  private final List<Withheld> withheld;
  private final boolean complete;

  PullReceipt(
      PullRequest<?> request,
      Instant madeAt,
      PullProgress returned,
      long redacted,
      List<Withheld> withheld,
      boolean complete) {
    this.request = request;
    this.madeAt = madeAt;
    this.returned = returned;
    this.redacted = redacted;
    this.withheld = List.copyOf(withheld);
    this.complete = complete;
  }

  /** The consent under which was pulled, with what it covers and what the citizen left out. */
  public Consent.Active consented() {
    return request.consent;
  }

  /** The consent's id. */
  public ConsentId consentId() {
    return request.consent.id();
  }

  /** The name of the data set that was asked for. */
  public String dataSet() {
    return request.dataSet.name();
  }

  /** The days that were asked for; empty for all that there are. */
  public Optional<Period> period() {
    return request.days();
  }

  /** When this receipt was made. */
  public Instant madeAt() {
    return madeAt;
  }

  /** What was returned. */
  public PullProgress returned() {
    return returned;
  }

  /** How many of the returned items had parts left out. */
  public long redacted() {
    return redacted;
  }

  /** What was not returned, and why; empty where nothing is known to be missing. */
  public List<Withheld> withheld() {
    return withheld;
  }

  /** Whether the pull was read to its end. Otherwise more may come, and more may be withheld. */
  public boolean isComplete() {
    return complete;
  }

  /** The same for a machine. Without the provider's words, which may speak of the person. */
  public String toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("consent_id", consentId().value());
    json.put("made_at", madeAt.toString());
    json.put("consented", consentedTerms());
    json.put("left_out", List.copyOf(consented().leftOut()));
    json.put("requested", terms(Map.of("data_set", dataSet()), period()));
    json.put(
        "returned",
        Map.of(
            "resources", returned.resources(),
            "pages", returned.pages(),
            "bytes", returned.bytes(),
            "redacted", redacted));
    json.put("withheld", withheld.stream().map(PullReceipt::reason).toList());
    json.put("complete", complete);
    return Json.text(json);
  }

  private Map<String, Object> consentedTerms() {
    Consent.Active consent = request.consent;
    Map<String, Object> terms =
        terms(
            Map.of("purpose", consent.purpose(), "data_sets", List.copyOf(consent.dataSets())),
            consent.period());
    consent.uses().ifPresent(uses -> terms.put("uses", uses));
    terms.put("expires_at", consent.expiresAt().toString());
    return terms;
  }

  private static Map<String, Object> terms(Map<String, Object> first, Optional<Period> period) {
    Map<String, Object> terms = new LinkedHashMap<>(first);
    period.ifPresent(
        days ->
            terms.put(
                "period", Map.of("from", days.from().toString(), "to", days.to().toString())));
    return terms;
  }

  private static Map<String, Object> reason(Withheld withheld) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("reason", withheld.reason().name());
    withheld.count().ifPresent(count -> json.put("count", count));
    return json;
  }

  @Override
  public String toString() {
    return "PullReceipt["
        + consentId()
        + ", "
        + dataSet()
        + ", "
        + returned
        + ", withheld "
        + withheld
        + (complete ? ", complete]" : ", not complete]");
  }
}
