package vn.eid.mock.state;

import java.util.Optional;

/**
 * What the national systems have on file about one citizen.
 *
 * @param number the personal identification number, 12 digits
 * @param why what this person is good for in a test
 * @param tax the tax registry's entry; absent where the registry knows nobody by this number
 */
public record Person(
    String number,
    String name,
    Gender gender,
    BirthDate birthDate,
    int accountLevel,
    boolean locked,
    Decision decides,
    Residence residence,
    HealthRecord health,
    Optional<TaxEntry> tax,
    BilingualText why) {

  /** Where the citizen lives; the codes are those of the list of 1 July 2025. */
  public record Residence(String formatted, String provinceCode, String communeCode) {}
}
