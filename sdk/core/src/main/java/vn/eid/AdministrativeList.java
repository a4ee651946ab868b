package vn.eid;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A list of Vietnam's provinces and communes: the time it is the law, and by which text. */
public enum AdministrativeList {
  /**
   * 63 provinces and 10,035 communes as they were at the end of June 2025. Earlier states of this
   * list had other communes and are not known here.
   */
  BEFORE_JULY_2025(
      LocalDate.of(2025, 3, 1),
      LocalDate.of(2025, 6, 30),
      "Decision 124/2004/QD-TTg, as last changed by Resolution 1365/NQ-UBTVQH15"),

  /** 34 provinces and 3,321 communes; there are no districts any more. */
  SINCE_JULY_2025(
      LocalDate.of(2025, 7, 1), null, "Resolution 202/2025/QH15 and Decision 19/2025/QD-TTg");

  private final LocalDate effectiveFrom;

  /** The last day; none while the list is in force. */
  private final @Nullable LocalDate effectiveTo;

  private final String legalBasis;

  AdministrativeList(LocalDate effectiveFrom, @Nullable LocalDate effectiveTo, String legalBasis) {
    this.effectiveFrom = effectiveFrom;
    this.effectiveTo = effectiveTo;
    this.legalBasis = legalBasis;
  }

  /** The first day on which this state of the list was in force. */
  public LocalDate effectiveFrom() {
    return effectiveFrom;
  }

  /** The last day; empty while the list is in force. */
  public Optional<LocalDate> effectiveTo() {
    return Optional.ofNullable(effectiveTo);
  }

  /** The legal texts that make the list. */
  public String legalBasis() {
    return legalBasis;
  }
}
