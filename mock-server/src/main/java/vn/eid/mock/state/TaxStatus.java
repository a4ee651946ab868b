package vn.eid.mock.state;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The status of a tax code: Circular 90/2026, annex I.
 *
 * @param code 00 to 10; the annex has no 08
 * @param reason absent where the annex has none
 * @param since absent where the registry does not know
 */
public record TaxStatus(String code, Optional<String> reason, Optional<LocalDate> since) {}
