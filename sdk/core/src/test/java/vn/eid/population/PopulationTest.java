package vn.eid.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.eid.AdministrativeUnit;
import vn.eid.Application;
import vn.eid.CitizenId;
import vn.eid.EidClient;
import vn.eid.MockedApplicationTest;
import vn.eid.PartialDate;
import vn.eid.RateLimitedException;
import vn.eid.UntrustedException;
import vn.eid.mock.CheckDenial;
import vn.eid.population.CheckResult.Matched;
import vn.eid.population.CheckResult.NoMatchOrNotFound;

/** Checks of people whom the mock's population register knows, or does not. */
class PopulationTest extends MockedApplicationTest {
  private static final CitizenId AN = CitizenId.parse("099085000011");
  private static final AuditContext WHY =
      AuditContext.of("1.004222", "CB-0042", "H15.50.05").because("Hồ sơ H15.50.05-261008-0975");

  @Test
  void saysThatNumberNameAndBirthDateAreOnePersons() {
    assertThat(check(an())).isInstanceOf(Matched.class);
    PersonCheck asOnTheCard = PersonCheck.of(AN, "NGUYỄN  VĂN AN", PartialDate.parse("1985-03-12"));
    assertThat(check(asOnTheCard)).isInstanceOf(Matched.class);
  }

  @Test
  void saysNothingMoreWhateverFails() {
    PartialDate birthDate = PartialDate.parse("1985-03-12");
    assertThat(check(PersonCheck.of(AN, "Nguyễn Văn Ân", birthDate)))
        .isInstanceOf(NoMatchOrNotFound.class);
    assertThat(check(PersonCheck.of(AN, "Nguyễn Văn An", PartialDate.parse("1985-03-13"))))
        .isInstanceOf(NoMatchOrNotFound.class);
    assertThat(check(PersonCheck.of(CitizenId.parse("099085999999"), "Nguyễn Văn An", birthDate)))
        .isInstanceOf(NoMatchOrNotFound.class);
    assertThat(check(an().ageAtLeast(150))).isInstanceOf(NoMatchOrNotFound.class);
  }

  @Test
  void saysWhetherEachStatementHolds() {
    assertThat(check(an().ageAtLeast(18).alive())).isInstanceOf(Matched.class);
    assertThat(check(an().residesIn(AdministrativeUnit.province("01"))))
        .isInstanceOf(Matched.class);
    assertThat(check(an().residesIn(AdministrativeUnit.province("79"))))
        .isInstanceOf(NoMatchOrNotFound.class);
    mock.citizen(AN.value()).dies();
    assertThat(check(an().alive())).isInstanceOf(NoMatchOrNotFound.class);
  }

  @Test
  void saysWhoHeadsAHousehold() {
    assertThat(check(an().headsHousehold())).isInstanceOf(Matched.class);
    PersonCheck chi =
        PersonCheck.of(
            CitizenId.parse("099322000033"), "Lê Ngọc Chi", PartialDate.parse("2022-05-09"));
    assertThat(check(chi)).isInstanceOf(Matched.class);
    assertThat(check(chi.headsHousehold())).isInstanceOf(NoMatchOrNotFound.class);
  }

  @Test
  void theReceiptProvesItLaterToSomebodyWhoHasNothingButTheKeys() {
    CheckReceipt receipt = ((Matched) check(an().ageAtLeast(18))).receipt();
    String keys = app.client().consents().registryKeys();
    mock.advance(Duration.ofDays(4000));
    CheckReceipt proven = CheckReceipt.verify(receipt.toJws(), keys);
    assertThat(proven.isMatched()).isTrue();
    assertThat(proven.recipient()).isEqualTo(mock.clientId());
    assertThat(proven.answeredAt()).isEqualTo(receipt.answeredAt());
    assertThat(proven.audit().unit()).isEqualTo("H15.50.05");
    assertThat(proven.audit().reason()).isEqualTo(WHY.reason());
    assertThat(proven.statements()).isEqualTo(receipt.statements()).hasSize(1);
  }

  @Test
  void aDeniedCheckSaysWhoMustActAndWhetherThePersonExistsDoesNotMatter() {
    mock.denyPopulationChecks(CheckDenial.UNIT_NOT_PERMITTED);
    assertThat(check(an()))
        .isEqualTo(new CheckResult.Denied(CheckResult.Reason.UNIT_NOT_PERMITTED));
  }

  @Test
  void aRegisterThatIsDownSaysWhenToComeBack() {
    mock.takePopulationRegisterDown(Duration.ofMinutes(10));
    CheckResult.Unavailable down = (CheckResult.Unavailable) check(an());
    assertThat(down.retryAfter()).isPresent();
    mock.advance(Duration.ofMinutes(11));
    assertThat(check(an())).isInstanceOf(Matched.class);
  }

  @Test
  void aRepeatedCheckIsCountedOnceAtTheRegister() {
    mock.limitPopulationChecks(1);
    PersonCheck check = an();
    CheckReceipt first = ((Matched) check(check)).receipt();
    assertThat(((Matched) check(check)).receipt().toJws()).isEqualTo(first.toJws());
    assertThatExceptionOfType(RateLimitedException.class).isThrownBy(() -> check(an()));
  }

  @Test
  void theRegistersBudgetAndTheOwnAreToldApart() {
    try (EidClient thrifty =
        Application.builder(mock).populationBudget(1, Duration.ofHours(1)).build()) {
      assertThat(thrifty.population().check(an(), WHY)).isInstanceOf(Matched.class);
      assertThatExceptionOfType(RateLimitedException.class)
          .isThrownBy(() -> thrifty.population().check(an(), WHY))
          .withMessageContaining("own budget");
      mock.advance(Duration.ofHours(1));
      mock.limitPopulationChecks(0);
      assertThatExceptionOfType(RateLimitedException.class)
          .isThrownBy(() -> thrifty.population().check(an(), WHY))
          .withMessageContaining("The provider takes no more calls");
    }
  }

  @Test
  void anAnswerToAnOldRequestIsRefusedAndANewOneIsAsked() {
    PersonCheck check = an();
    check(check);
    mock.advance(Duration.ofMinutes(10));
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(() -> check(check))
        .withMessageContaining("make a new PersonCheck");
    assertThat(check(an())).isInstanceOf(Matched.class);
  }

  private CheckResult check(PersonCheck check) {
    return app.client().population().check(check, WHY);
  }

  private static PersonCheck an() {
    return PersonCheck.of(AN, "Nguyễn Văn An", PartialDate.parse("1985-03-12"));
  }
}
