package vn.eid.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.eid.AdministrativeUnit;
import vn.eid.CitizenId;
import vn.eid.InvalidRequestException;
import vn.eid.PartialDate;

class PersonCheckTest {
  private static final AuditContext WHY =
      AuditContext.of("1.004222", "CB-0042", "H15.50.05").because("Hồ sơ 17");

  private final PersonCheck check =
      PersonCheck.of(
          CitizenId.parse("099085000011"), "Nguyễn Văn An", PartialDate.parse("1985-03-12"));

  @Test
  void asksForEachStatementInTheOrderInWhichItWasAdded() {
    PersonCheck all =
        check.ageAtLeast(18).alive().residesIn(AdministrativeUnit.province("79")).headsHousehold();
    assertThat(all.statementsWire())
        .isEqualTo(
            List.of(
                Map.of("type", "age_at_least", "years", 18),
                Map.of("type", "alive"),
                Map.of("type", "resides_in", "province", "79", "list", "2025-07-01"),
                Map.of("type", "heads_household")));
    assertThat(check.statementsWire()).isEmpty();
  }

  @Test
  void asksForNoStatementTwice() {
    refuses("statements", () -> check.alive().alive());
    refuses("statements", () -> check.ageAtLeast(18).ageAtLeast(60));
  }

  @Test
  void asksAboutAgesThatThereAre() {
    assertThat(check.ageAtLeast(0).statementsWire()).hasSize(1);
    assertThat(check.ageAtLeast(150).statementsWire()).hasSize(1);
    refuses("years", () -> check.ageAtLeast(-1));
    refuses("years", () -> check.ageAtLeast(151));
  }

  @Test
  void asksAboutAProvinceOfTheListInForceAndAboutNoOtherUnit() {
    refuses("province", () -> check.residesIn(AdministrativeUnit.commune("00004")));
    refuses("province", () -> check.residesIn(AdministrativeUnit.provinceBefore2025("79")));
  }

  @Test
  void writesADecomposedNameInComposedForm() {
    String decomposed = Normalizer.normalize("Đỗ Thị Hương", Normalizer.Form.NFD);
    PersonCheck composed =
        PersonCheck.of(CitizenId.parse("099188000055"), decomposed, PartialDate.parse("1988"));
    assertThat(composed.wire()).containsEntry("full_name", "Đỗ Thị Hương");
    refuses("fullName", () -> PersonCheck.of(check.citizen(), " ", PartialDate.parse("1988")));
  }

  @Test
  void isTheSameRequestForAsLongAsItIsTheSameObject() {
    assertThat(new CheckRequest(check, WHY).hash()).isEqualTo(new CheckRequest(check, WHY).hash());
    assertThat(new CheckRequest(check.alive(), WHY).hash())
        .isNotEqualTo(new CheckRequest(check.alive(), WHY).hash());
  }

  @Test
  void isHiddenBehindItsHashByARandomPartNobodyCanGuess() {
    assertThat((String) check.wire().get("request_id")).matches("[A-Za-z0-9_-]{43}");
    assertThat(check.wire().get("request_id")).isNotEqualTo(check.alive().wire().get("request_id"));
  }

  private static void refuses(String field, Runnable call) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(call::run)
        .satisfies(e -> assertThat(e.field()).isEqualTo(field));
  }
}
