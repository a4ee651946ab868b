package vn.eid.records;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import vn.eid.InsuranceNumber;

/**
 * A health insurance card (thẻ bảo hiểm y tế). {@link #toString()} shows nothing of it. Immutable
 * and thread-safe.
 */
public final class InsuranceCard {
  private final Optional<InsuranceNumber> cardNumber;
  private final Optional<InsuranceNumber> socialInsuranceNumber;
  private final OptionalInt benefitLevel;
  private final Optional<String> facilityCode;
  private final Optional<String> facilityName;
  private final Optional<LocalDate> validFrom;
  private final Optional<LocalDate> validTo;

  InsuranceCard(
      Optional<InsuranceNumber> cardNumber,
      Optional<InsuranceNumber> socialInsuranceNumber,
      OptionalInt benefitLevel,
      Optional<String> facilityCode,
      Optional<String> facilityName,
      Optional<LocalDate> validFrom,
      Optional<LocalDate> validTo) {
    this.cardNumber = cardNumber;
    this.socialInsuranceNumber = socialInsuranceNumber;
    this.benefitLevel = benefitLevel;
    this.facilityCode = facilityCode;
    this.facilityName = facilityName;
    this.validFrom = validFrom;
    this.validTo = validTo;
  }

  /** The number on a card from before April 2021: 15 characters. */
  public Optional<InsuranceNumber> cardNumber() {
    return cardNumber;
  }

  /** The social insurance number (mã số BHXH): 10 digits. */
  public Optional<InsuranceNumber> socialInsuranceNumber() {
    return socialInsuranceNumber;
  }

  /**
   * What the insurance pays (mức hưởng), 1 to 5. An old card may show another digit than the
   * register has today; this is the register's.
   */
  public OptionalInt benefitLevel() {
    return benefitLevel;
  }

  /** The code of the facility of first registration (nơi đăng ký ban đầu): 5 digits. */
  public Optional<String> facilityCode() {
    return facilityCode;
  }

  /** That facility's name. */
  public Optional<String> facilityName() {
    return facilityName;
  }

  /** The first day on which it is good. */
  public Optional<LocalDate> validFrom() {
    return validFrom;
  }

  /** The last day on which it is good. */
  public Optional<LocalDate> validTo() {
    return validTo;
  }

  @Override
  public String toString() {
    return "InsuranceCard[…]";
  }
}
