package vn.eid.tax;

import java.util.Set;

/** What the tax registry decided about a link. */
public sealed interface LinkResult {

  /** The link was made now. */
  record Linked(TaxLink link) implements LinkResult {}

  /** The link stood before. */
  record AlreadyLinked(TaxLink link) implements LinkResult {}

  /**
   * The registry knows the person with other data; the citizen must correct it with the tax office.
   */
  record Mismatch(Set<Field> fields) implements LinkResult {
    /** Copies the set. */
    public Mismatch {
      fields = Set.copyOf(fields);
    }
  }

  /** The registry knows no such person. */
  record NotFound() implements LinkResult {}

  /**
   * An officer of the tax office must decide, which takes days: keep the number with whom it is
   * about. When it is decided the registry sends {@code WebhookEvent.TaxCaseDecided}; read the
   * decision with {@link TaxLinks#review} then. Where no event can reach this application, ask
   * {@link TaxLinks#review} once a day.
   *
   * @param caseNumber under which to ask
   */
  record UnderReview(String caseNumber) implements LinkResult {}

  /** A result that this version of the SDK does not know. Nothing may be concluded from it. */
  record Other() implements LinkResult {}

  /** What can fail to match. */
  enum Field {
    FULL_NAME,
    BIRTH_DATE,
    /** A code that was to be merged is not this person's. */
    OLD_TAX_CODES,
    /** A field that this version of the SDK does not know. */
    OTHER
  }
}
