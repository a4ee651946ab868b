package vn.eid.records;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import vn.eid.UntrustedException.Check;
import vn.eid.consent.ConsentId;
import vn.eid.consent.EndCause;
import vn.eid.internal.KnownConsents;
import vn.eid.internal.Operation;
import vn.eid.internal.jose.GivenKeys;
import vn.eid.internal.jose.SignedDocument;
import vn.eid.internal.json.Fields;
import vn.eid.internal.json.Json;

/**
 * The record that what was kept under a consent is erased: what, why, when. It holds no health data
 * and no citizen number, is signed by the client key, and stays; keep it with the evidence of the
 * consent. Immutable and thread-safe.
 */
public final class Erasure {
  static final String TYPE = "erasure+jws";
  static final String SIGNATURE = "signature";

  private final Fields facts;

  private Erasure(Fields facts) {
    this.facts = facts;
  }

  static Erasure of(Fields facts) {
    return new Erasure(facts);
  }

  /**
   * Reads a record and verifies it, anywhere and without the provider.
   *
   * @param json what {@link #toJson()} gave
   * @param trustedKeys the application's public keys, as {@code ClientKey.publicKeys()} gives them
   * @throws vn.eid.UntrustedException where any of it was changed, or another key signed it
   * @throws vn.eid.InvalidRequestException where the keys are no JWK set
   */
  public static Erasure verify(String json, String trustedKeys) {
    Operation operation = Operation.named("erasure.verify");
    Fields all =
        Json.object(operation, "The erasure record", json.getBytes(StandardCharsets.UTF_8));
    Fields signed =
        new SignedDocument(operation, "The erasure record", all.requiredText(SIGNATURE))
            .open(GivenKeys.of(operation, "trustedKeys", trustedKeys).keys(), Set.of(TYPE));
    if (!signed.sameAs(all.without(SIGNATURE))) {
      throw operation.untrusted(Check.SIGNATURE, "The erasure record is not what was signed.");
    }
    return new Erasure(all);
  }

  /** The consent whose data is erased. */
  public ConsentId consentId() {
    return ConsentId.of(facts.requiredText("consent_id"));
  }

  /** The citizen's pseudonym; empty where the key could not be read any more. */
  public Optional<String> subject() {
    return facts.text("sub");
  }

  /** The consent's purpose; empty where the key could not be read any more. */
  public Optional<String> purpose() {
    return facts.text("purpose");
  }

  /** Why: how the consent ended; {@link EndCause#OTHER} where the application wanted it. */
  public EndCause cause() {
    return EndCause.of(facts.requiredText("cause"));
  }

  /** Since when the consent, or the wish to keep the data, is over. */
  public Instant endedAt() {
    return facts.requiredInstant("ended_at");
  }

  /** When the key was destroyed and the data deleted. */
  public Instant erasedAt() {
    return facts.requiredInstant("erased_at");
  }

  /** The names of the data sets that were kept. */
  public List<String> dataSets() {
    return facts.texts("data_sets");
  }

  /** How many resources; empty where the copies could not be read any more. */
  public OptionalLong resources() {
    return number("resources");
  }

  /** How long they were as JSON; empty where the copies could not be read any more. */
  public OptionalLong bytes() {
    return number("bytes");
  }

  /**
   * All of it as one JSON object: {@code consent_id}, {@code sub} (the citizen's pseudonym), {@code
   * purpose}, {@code cause}, {@code ended_at}, {@code erased_at}, {@code data_sets}, {@code
   * resources}, {@code bytes}, and {@code signature}, a compact JWS around the same.
   */
  public String toJson() {
    return facts.json();
  }

  @Override
  public String toString() {
    return "Erasure[" + consentId() + ", " + cause() + ", " + endedAt() + "]";
  }

  KnownConsents.End end() {
    return new KnownConsents.End(facts.requiredText("cause"), endedAt());
  }

  private OptionalLong number(String name) {
    return facts.integer(name).map(OptionalLong::of).orElseGet(OptionalLong::empty);
  }
}
