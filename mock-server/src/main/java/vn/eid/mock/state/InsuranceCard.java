package vn.eid.mock.state;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A health insurance card, made from the citizen's number. Which of the three forms of its number
 * the register has depends on when the person was insured first: since 1 April 2021 no card of 15
 * characters is given out, and since 15 August 2025 the citizen's own number is enough.
 *
 * @param cardNumber 15 characters: who pays, the benefit level, the province, ten digits
 * @param socialInsuranceNumber the ten digits; these begin with 99, which is no province's
 */
public record InsuranceCard(
    Optional<String> cardNumber,
    Optional<String> socialInsuranceNumber,
    String citizenId,
    int benefitLevel,
    Facility facility,
    LocalDate validFrom) {
  private static final int INSURED_IN_SCHOOL_SINCE = 2015;

  /** Where the citizen goes first: five digits, and a name that is on no map. */
  public record Facility(String code, String name) {}

  /** The card of a person. */
  public static InsuranceCard of(Person person) {
    int born = person.birthDate().year();
    int number = Integer.parseInt(person.number().substring(6));
    int level = born < 1962 || born >= INSURED_IN_SCHOOL_SINCE ? 1 : 4;
    Optional<String> social =
        number % 10 == 5 ? Optional.empty() : Optional.of("99%08d".formatted(number));
    String province = person.residence().provinceCode();
    Optional<String> card =
        social
            .filter(digits -> born < INSURED_IN_SCHOOL_SINCE)
            .map(digits -> payer(born) + level + province + digits);
    return new InsuranceCard(
        card,
        social,
        person.number(),
        level,
        new Facility(province + "999", "Trung tâm Y tế Mô Phỏng Sao Mai"),
        LocalDate.of(2026, 1, 1));
  }

  private static String payer(int born) {
    return born < 1962 ? "HT" : born < 2004 ? "DN" : "HS";
  }
}
