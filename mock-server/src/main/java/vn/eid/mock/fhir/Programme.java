package vn.eid.mock.fhir;

import static vn.eid.mock.fhir.Vaccine.BCG;
import static vn.eid.mock.fhir.Vaccine.DIPHTHERIA_TETANUS_PERTUSSIS;
import static vn.eid.mock.fhir.Vaccine.FIVE_IN_ONE;
import static vn.eid.mock.fhir.Vaccine.HEPATITIS_B;
import static vn.eid.mock.fhir.Vaccine.JAPANESE_ENCEPHALITIS;
import static vn.eid.mock.fhir.Vaccine.MEASLES;
import static vn.eid.mock.fhir.Vaccine.MEASLES_RUBELLA;
import static vn.eid.mock.fhir.Vaccine.POLIO_INACTIVATED;
import static vn.eid.mock.fhir.Vaccine.POLIO_ORAL;
import static vn.eid.mock.fhir.Vaccine.POLIO_ORAL_TRIVALENT;

import java.util.List;

/**
 * The national immunisation programme, simplified: which vaccine at which age, for whom. The years
 * are those in which a vaccine came in or went out.
 *
 * @param fromBirthYear the first birth year that gets it
 * @param toBirthYear the last one
 * @param months the age at each dose, in months
 */
record Programme(Vaccine vaccine, int fromBirthYear, int toBirthYear, List<Integer> months) {
  private static final int STILL = 9999;

  static final List<Programme> ALL =
      List.of(
          new Programme(BCG, 1985, STILL, List.of(0)),
          new Programme(HEPATITIS_B, 2003, STILL, List.of(0)),
          new Programme(DIPHTHERIA_TETANUS_PERTUSSIS, 1985, 2009, List.of(2, 3, 4)),
          new Programme(FIVE_IN_ONE, 2010, STILL, List.of(2, 3, 4)),
          new Programme(POLIO_ORAL_TRIVALENT, 1985, 2015, List.of(2, 3, 4)),
          new Programme(POLIO_ORAL, 2016, STILL, List.of(2, 3, 4)),
          new Programme(POLIO_INACTIVATED, 2018, STILL, List.of(5, 9)),
          new Programme(MEASLES, 1985, STILL, List.of(9)),
          new Programme(JAPANESE_ENCEPHALITIS, 2014, STILL, List.of(12, 13, 24)),
          new Programme(MEASLES_RUBELLA, 2013, STILL, List.of(18)),
          new Programme(DIPHTHERIA_TETANUS_PERTUSSIS, 2010, STILL, List.of(18)));

  boolean includes(int birthYear) {
    return birthYear >= fromBirthYear && birthYear <= toBirthYear;
  }
}
