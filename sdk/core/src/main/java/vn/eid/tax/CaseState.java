package vn.eid.tax;

import java.time.Instant;

/** How a case stands that an officer of the tax office must decide. */
public sealed interface CaseState {

  /** Not decided yet. Wait for the event, or ask again tomorrow: officers decide in days. */
  record Open() implements CaseState {}

  /**
   * Decided. The case number alone ties the result to a person: before you write it into their
   * file, compare {@link TaxLink#taxCode()} with the number that you asked about.
   *
   * @param result linked, mismatch or not found, as {@link TaxLinks#link(LinkRequest)} gives it
   */
  record Decided(Instant decidedAt, LinkResult result) implements CaseState {}

  /** A state that this version of the SDK does not know. Nothing may be concluded from it. */
  record Other() implements CaseState {}
}
