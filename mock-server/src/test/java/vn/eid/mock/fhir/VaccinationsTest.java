package vn.eid.mock.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.eid.mock.state.Citizens;
import vn.eid.mock.state.Person;

class VaccinationsTest {
  private static final LocalDate LATER = LocalDate.of(2030, 1, 1);

  private static Person person(String number) {
    return Citizens.builtIn().find(number).orElseThrow().person();
  }

  @Test
  void nothingIsInTheFuture() {
    LocalDate today = LocalDate.of(2022, 9, 30);
    List<Dose> doses = Vaccinations.of(person("099322000033"), today);
    assertThat(doses).isNotEmpty().allMatch(dose -> !dose.day().isAfter(today));
    assertThat(Vaccinations.of(person("099322000033"), LATER)).hasSizeGreaterThan(doses.size());
  }

  @Test
  void theClockAddsNothingToAFinishedRecord() {
    assertThat(Vaccinations.of(person("099060000134"), LATER))
        .hasSize(620)
        .isEqualTo(Vaccinations.of(person("099060000134"), LATER.plusYears(5)));
  }

  @Test
  void dosesOfOneVaccineAreCounted() {
    assertThat(Vaccinations.of(person("099322000033"), LATER))
        .filteredOn(dose -> dose.vaccine() == Vaccine.FIVE_IN_ONE)
        .extracting(Dose::number)
        .containsExactly(1, 2, 3);
  }

  @Test
  void whoWasBornBeforeTheProgrammeHasNoDosesOfIt() {
    assertThat(Vaccinations.of(person("099051000044"), LATER))
        .extracting(Dose::vaccine)
        .doesNotContain(Vaccine.BCG, Vaccine.MEASLES);
  }

  @Test
  void twoPeopleDoNotShareARecord() {
    assertThat(Vaccinations.of(person("099085000011"), LATER))
        .extracting(Dose::id)
        .doesNotContainAnyElementsOf(
            Vaccinations.of(person("099187000145"), LATER).stream().map(Dose::id).toList());
  }
}
