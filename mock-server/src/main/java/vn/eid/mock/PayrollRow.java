package vn.eid.mock;

import java.util.List;

/**
 * One person as an employer has them in the files, mistakes included, and what the tax registry
 * will say to that.
 *
 * @param birthDate {@code 1985-03-12}, or {@code 1951} where only the year is known
 * @param expected the result of a first link: {@code linked}, {@code already_linked}, {@code
 *     mismatch}, {@code not_found}, {@code under_review} or {@code invalid}
 */
public record PayrollRow(
    String citizenId,
    String fullName,
    String birthDate,
    List<String> oldTaxCodes,
    String expected) {

  public PayrollRow {
    oldTaxCodes = List.copyOf(oldTaxCodes);
  }

  /** Masked: logs must not hold a person's data. */
  @Override
  public String toString() {
    return "PayrollRow[expected=" + expected + "]";
  }
}
