package vn.eid.tax;

import java.time.LocalDate;
import java.util.Optional;
import vn.eid.TaxCode;

/**
 * How a tax code stands in the registry (trạng thái mã số thuế; Circular 90/2026/TT-BTC, annex I).
 * Immutable and thread-safe; {@link #toString()} shows codes masked.
 *
 * @param taxCode the code that was asked about
 * @param since its first day
 * @param until its last day, where that is known
 * @param replacedBy the code into which this one was merged: since 1 July 2025 an individual's
 *     older code goes into their citizen number
 */
public record TaxStatus(
    TaxCode taxCode,
    ReportedStatus status,
    Optional<LocalDate> since,
    Optional<LocalDate> until,
    Optional<TaxCode> replacedBy) {}
