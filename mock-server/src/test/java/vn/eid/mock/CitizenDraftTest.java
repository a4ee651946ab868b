package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.eid.mock.state.Citizen;
import vn.eid.mock.state.DataSet;
import vn.eid.mock.state.Decision;
import vn.eid.mock.state.Person;

/** People of a test's own. */
@EidMockTest
class CitizenDraftTest {
  private static final CitizenDraft THU =
      CitizenDraft.named("Lê Thị Thử").born(LocalDate.of(1990, 5, 6));

  private static Citizen known(EidMock mock, MockCitizen citizen) {
    return mock.state().citizens().find(citizen.number()).orElseThrow();
  }

  @Test
  void nameAndBirthDateAreEnoughToLogIn(EidMock mock) {
    MockCitizen thu = mock.add(THU.female());
    assertThat(thu.number()).isEqualTo("099190999999");
    assertThat(thu.name()).isEqualTo("Lê Thị Thử");
    mock.signsIn(thu);
    TestClient client = new TestClient(mock);
    assertThat(client.userinfo(client.accessToken()).status()).isEqualTo(200);
  }

  @Test
  void eachGetsANumberOfItsOwn(EidMock mock) {
    List<String> numbers =
        IntStream.range(0, 50).parallel().mapToObj(i -> mock.add(THU).number()).toList();
    assertThat(numbers).doesNotHaveDuplicates().allMatch(number -> number.startsWith("099090"));
  }

  @Test
  void everythingThatWasSaidIsOnFile(EidMock mock) {
    MockCitizen citizen =
        mock.add(
            CitizenDraft.named("Trần Thử")
                .born(Year.of(1951))
                .male()
                .withAccountOfLevel1()
                .locked()
                .declines()
                .livingAt("Số 5 đường Thử Nghiệm, tỉnh An Giang", "91", "31078")
                .withTaxCodeInTheNameOf("Trần Văn Thử")
                .withOldTaxCode("8999999018")
                .withLinkedTaxCode()
                .withTaxpayersFound(2)
                .withRecords("immunizations", 30)
                .because("Thử", "For this test"));
    Person person = known(mock, citizen).person();
    assertThat(person.birthDate().text()).isEqualTo("1951");
    assertThat(person.accountLevel()).isEqualTo(1);
    assertThat(person.locked()).isTrue();
    assertThat(person.decides()).isEqualTo(Decision.DECLINE);
    assertThat(person.residence().provinceCode()).isEqualTo("91");
    assertThat(person.health().atLeast(DataSet.IMMUNIZATIONS)).isEqualTo(30);
    assertThat(person.why().en()).isEqualTo("For this test");
    assertThat(person.tax())
        .hasValueSatisfying(
            tax -> {
              assertThat(tax.name()).isEqualTo("Trần Văn Thử");
              assertThat(tax.oldCodes()).containsExactly("8999999018");
              assertThat(tax.linked()).isTrue();
              assertThat(tax.candidates()).isEqualTo(2);
            });
  }

  @Test
  void whatWasNotSaidIsUsual(EidMock mock) {
    Person person = known(mock, mock.add(THU)).person();
    assertThat(person.accountLevel()).isEqualTo(2);
    assertThat(person.locked()).isFalse();
    assertThat(person.decides()).isEqualTo(Decision.APPROVE);
    assertThat(person.tax()).isEmpty();
    assertThat(known(mock, mock.add(THU.ignores())).nextDecision()).isEqualTo(Decision.IGNORE);
    assertThat(known(mock, mock.add(THU.withTaxCode())).person().tax())
        .hasValueSatisfying(tax -> assertThat(tax.name()).isEqualTo("Lê Thị Thử"));
  }

  @Test
  void aDraftIsNotChangedByWhatIsMadeOfIt(EidMock mock) {
    THU.withTaxCode().withOldTaxCode("8999999018").locked();
    assertThat(known(mock, mock.add(THU)).person().locked()).isFalse();
    assertThat(known(mock, mock.add(THU)).person().tax()).isEmpty();
  }

  @Test
  void refusesWhoCannotBe(EidMock mock) {
    Map.of(
            THU.withNumber("001" + "090000001"), "prefix that was never issued",
            THU.withNumber("099085000011"), "contradicts birthDate",
            THU.withNumber("099190000001").male(), "contradicts gender",
            THU.withOldTaxCode("8999999019"), "check digit",
            THU.withTaxpayersFound(0), "from 1 to 99",
            THU.withRecords("identity", 1), "comes in pages",
            THU.livingAt("", "91", "31078"), "not blank",
            CitizenDraft.named(" ").born("1990"), "name must be a text",
            CitizenDraft.named("A\u001b[2J").born("1990"), "control character",
            CitizenDraft.named("A").born("1890"), "years 1900 to 2399")
        .forEach(
            (draft, reason) ->
                assertThatThrownBy(() -> mock.add(draft))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(reason)
                    .hasMessageNotContaining("090000001"));
    assertThat(mock.citizens()).hasSize(16);
  }

  @Test
  void aNumberBelongsToOne(EidMock mock) {
    mock.add(THU.withNumber("099190000001"));
    assertThatThrownBy(() -> mock.add(THU.withNumber("099190000001")))
        .hasMessage("The citizen's number is another citizen's.");
    mock.reset();
    assertThat(mock.citizens()).hasSize(16);
    mock.add(THU.withNumber("099190000001"));
  }

  @Test
  void thoseOfTheOptionsStayAfterAReset() {
    MockOptions options =
        MockOptions.defaults().citizen(THU).citizen(THU.withNumber("099190000001")).generate(5, 1);
    try (EidMock mock = EidMock.start(options)) {
      assertThat(mock.citizens()).hasSize(18);
      mock.reset();
      assertThat(mock.citizen("099190000001").name()).isEqualTo("Lê Thị Thử");
    }
    assertThatThrownBy(() -> EidMock.start(options.citizen(THU.withNumber("099190000001"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDraftInALogIsMasked() {
    assertThat(THU).hasToString("CitizenDraft");
    assertThat(CitizenDraft.named("Lê Thị Thử")).hasToString("CitizenDraft.Named");
  }
}
