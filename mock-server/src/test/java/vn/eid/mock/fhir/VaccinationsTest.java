package vn.eid.mock.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.eid.mock.state.Citizen;
import vn.eid.mock.state.Citizens;
import vn.eid.mock.state.DataSet;

class VaccinationsTest {
  private static final String LONG_RECORD = "099060000134";

  private static Chart chart(String number) {
    Citizen citizen = Citizens.builtIn().find(number).orElseThrow();
    return new Chart(citizen.person(), citizen.health());
  }

  private static List<Item> doses(String number) {
    History history = Vaccinations.of(chart(number));
    return IntStream.range(0, history.size()).mapToObj(history::at).toList();
  }

  private static List<UUID> ids(String number) {
    return doses(number).stream().map(Item::id).toList();
  }

  @Test
  void aRecordIsAsLongAsTheFileSays() {
    assertThat(ids(LONG_RECORD)).hasSize(620).doesNotHaveDuplicates();
  }

  @Test
  void dosesOfOneVaccineAreCountedFromTheFirstDay() {
    for (String number : List.of(LONG_RECORD, "099322000033")) {
      Map<String, Integer> given = new HashMap<>();
      for (Item item : doses(number)) {
        ObjectNode dose = item.resource(Resource.object());
        String vaccine = dose.at("/vaccineCode/text").asText();
        assertThat(dose.at("/protocolApplied/0/doseNumberPositiveInt").asInt())
            .as("%s on %s", vaccine, item.day())
            .isEqualTo(given.merge(vaccine, 1, Integer::sum));
      }
    }
  }

  @Test
  void daysNeverGoBack() {
    assertThat(doses(LONG_RECORD)).extracting(Item::day).isSorted();
  }

  @Test
  void whoWasBornBeforeTheProgrammeHasNoDosesOfIt() {
    assertThat(doses("099051000044"))
        .extracting(Item::line)
        .noneMatch(line -> line.startsWith("Lao (BCG)") || line.startsWith("Sởi"));
  }

  @Test
  void twoPeopleDoNotShareARecord() {
    assertThat(ids("099085000011")).doesNotContainAnyElementsOf(ids("099187000145"));
  }

  @Test
  void aMillionResourcesCostNoMemory() {
    Citizen citizen = Citizens.builtIn().find("099085000011").orElseThrow();
    for (RecordKind kind : RecordKind.values()) {
      citizen.hold(kind.dataSet(), 1_000_000);
      History history = kind.history(new Chart(citizen.person(), citizen.health()));
      assertThat(history.size()).isEqualTo(1_000_000);
      List<UUID> some = new ArrayList<>();
      for (int i = 0; i < history.size(); i += 10_000) {
        some.add(history.at(i).id());
      }
      assertThat(some).as(kind.name()).doesNotHaveDuplicates();
      citizen.hold(kind.dataSet(), 0);
    }
  }

  @Test
  void eachDataSetOfThePagesHasItsKind() {
    for (DataSet dataSet : DataSet.values()) {
      boolean known =
          List.of(RecordKind.values()).stream().anyMatch(kind -> kind.dataSet() == dataSet);
      assertThat(known).as(dataSet.code()).isEqualTo(dataSet.comesInPages());
    }
  }
}
