package vn.eid.tax;

import java.time.LocalDate;
import vn.eid.TaxCode;

/** Something that happened to a tax code. Immutable and thread-safe. */
public sealed interface TaxEvent {

  /** On which day. */
  LocalDate at();

  /** The code was issued (cấp mã số thuế). */
  record Issued(LocalDate at) implements TaxEvent {}

  /** The code was brought together with a citizen's number. */
  record Linked(LocalDate at) implements TaxEvent {}

  /**
   * An older code of the same person was brought into this one; past obligations and dependants'
   * registrations go with it.
   *
   * @param taxCode the older code
   */
  record Merged(LocalDate at, TaxCode taxCode) implements TaxEvent {}

  /**
   * The status changed.
   *
   * @param status to which
   */
  record StatusChanged(LocalDate at, ReportedStatus status) implements TaxEvent {}

  /** An event of a kind that this version of the SDK does not know. */
  record Other(LocalDate at) implements TaxEvent {}
}
