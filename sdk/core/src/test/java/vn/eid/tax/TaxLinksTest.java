package vn.eid.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.eid.CitizenId;
import vn.eid.InvalidRequestException;
import vn.eid.MockedApplicationTest;
import vn.eid.PartialDate;
import vn.eid.TaxCode;
import vn.eid.login.Claim;
import vn.eid.login.Identity;
import vn.eid.login.LoginOutcome;
import vn.eid.mock.CaseDecision;

class TaxLinksTest extends MockedApplicationTest {

  @Test
  void linksACitizenWhoHasJustLoggedIn() {
    LinkResult result = app.client().taxLinks().link(loggedIn(Claim.values()));
    TaxLink link = ((LinkResult.Linked) result).link();
    assertThat(link.taxCode()).isEqualTo(TaxCode.parse("099085000011"));
    assertThat(link.status()).isEqualTo(ReportedStatus.of("00").because("03"));
    assertThat(link.merged()).isEmpty();
  }

  @Test
  void saysWhatTheLoginMustAskFor() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> app.client().taxLinks().link(loggedIn(Claim.NAME)))
        .withMessageContaining("CITIZEN_ID");
  }

  @Test
  void bringsAnOldCodeIntoTheNewOne() {
    LinkResult result = link("099079000066", "Võ Giang", "1979-01-30");
    List<TaxCode> merged = ((LinkResult.Linked) result).link().merged();
    assertThat(merged).hasSize(1);
    assertThat(merged.get(0).value()).startsWith("8").hasSize(10);
  }

  @Test
  void saysThatALinkStoodBefore() {
    link("099085000011", "Nguyễn Văn An", "1985-03-12");
    assertThat(link("099085000011", "Nguyễn Văn An", "1985-03-12"))
        .isInstanceOf(LinkResult.AlreadyLinked.class);
    assertThat(link("099187000145", "Lý Thị Quyên", "1987-05-05"))
        .isInstanceOf(LinkResult.AlreadyLinked.class);
  }

  @Test
  void givesTheSameAnswerToTheSameRequest() {
    LinkRequest request = request("099085000011", "Nguyễn Văn An", "1985-03-12");
    assertThat(app.client().taxLinks().link(request))
        .isEqualTo(app.client().taxLinks().link(request));
  }

  @Test
  void tellsAStatusThatStopsTheCode() {
    LinkResult result = link("099190000099", "Đặng Thị Lan", "1990-06-18");
    assertThat(((LinkResult.AlreadyLinked) result).link().status().meaning())
        .isEqualTo(TaxpayerStatus.IDENTITY_DATA_PENDING);
  }

  @Test
  void saysWhichFieldsDoNotMatch() {
    assertThat(link("099195000077", "Hoàng Thu Hà", "1995-09-15"))
        .isEqualTo(new LinkResult.Mismatch(Set.of(LinkResult.Field.FULL_NAME)));
    assertThat(link("099085000011", "Nguyễn Văn An", "1985-03-13"))
        .isEqualTo(new LinkResult.Mismatch(Set.of(LinkResult.Field.BIRTH_DATE)));
  }

  @Test
  void refusesToMergeSomebodyElsesCode() {
    LinkRequest request = request("099079000066", "Võ Giang", "1979-01-30");
    assertThat(app.client().taxLinks().link(request.merging(TaxCode.parse("0101248141"))))
        .isEqualTo(new LinkResult.Mismatch(Set.of(LinkResult.Field.OLD_TAX_CODES)));
  }

  @Test
  void saysThatTheRegistryKnowsNobody() {
    assertThat(link("099203000088", "Bùi Khánh", "2003-12-01"))
        .isEqualTo(new LinkResult.NotFound());
  }

  @Test
  void saysUnderWhichNumberAnOfficerDecides() {
    LinkResult result = link("099091000156", "Hồ Sơn", "1991-03-03");
    assertThat(((LinkResult.UnderReview) result).caseNumber()).isNotBlank();
  }

  @Test
  void tellsHowACodeStandsAndWhichOneTookItsPlace() {
    TaxCode old =
        ((LinkResult.Linked) link("099079000066", "Võ Giang", "1979-01-30")).link().merged().get(0);
    TaxCode number = TaxCode.parse("099079000066");
    TaxStatus now = app.client().taxLinks().status(number).orElseThrow();
    assertThat(now.taxCode()).isEqualTo(number);
    assertThat(now.status().meaning()).isEqualTo(TaxpayerStatus.ISSUED);
    assertThat(now.since()).isPresent();
    assertThat(now.replacedBy()).isEmpty();
    TaxStatus before = app.client().taxLinks().status(old).orElseThrow();
    assertThat(before.status().meaning()).isEqualTo(TaxpayerStatus.CLOSED);
    assertThat(before.replacedBy()).contains(number);
  }

  @Test
  void aCodeThatNobodyListsIsAnAnswer() {
    TaxCode nobodys = TaxCode.parse("0101248141");
    assertThat(app.client().taxLinks().status(nobodys)).isEmpty();
    assertThat(app.client().taxLinks().history(nobodys)).isEmpty();
  }

  @Test
  void tellsWhatHappenedToACodeTheOldestFirst() {
    TaxCode old =
        ((LinkResult.Linked) link("099079000066", "Võ Giang", "1979-01-30")).link().merged().get(0);
    List<TaxEvent> history = app.client().taxLinks().history(TaxCode.parse("099079000066"));
    assertThat(history).isSortedAccordingTo(Comparator.comparing(TaxEvent::at));
    assertThat(history)
        .filteredOn(TaxEvent.Merged.class::isInstance)
        .extracting(event -> ((TaxEvent.Merged) event).taxCode())
        .isEqualTo(List.of(old));
    assertThat(history).hasAtLeastOneElementOfType(TaxEvent.Issued.class);
  }

  @Test
  void aCaseIsOpenUntilAnOfficerDecidesIt() {
    LinkResult result = link("099091000156", "Hồ Sơn", "1991-03-03");
    String number = ((LinkResult.UnderReview) result).caseNumber();
    assertThat(app.client().taxLinks().review(number)).isEqualTo(new CaseState.Open());
    mock.decideCase(number, CaseDecision.LINK);
    CaseState.Decided decided = (CaseState.Decided) app.client().taxLinks().review(number);
    assertThat(decided.decidedAt()).isBeforeOrEqualTo(mock.clock().instant());
    assertThat(((LinkResult.Linked) decided.result()).link().taxCode())
        .isEqualTo(TaxCode.parse("099091000156"));
  }

  @Test
  void aCaseThatIsNotOursSaysWhichNumberIsMeant() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> app.client().taxLinks().review("TX-2020-000001"))
        .withMessageContainingAll("case_not_found", "LinkResult.UnderReview")
        .satisfies(e -> assertThat(e.field()).isEqualTo("caseNumber"));
  }

  @Test
  void sendsADecomposedNameInComposedForm() {
    String decomposed =
        java.text.Normalizer.normalize("Đỗ Thị Hương", java.text.Normalizer.Form.NFD);
    assertThat(link("099188000055", decomposed, "1988-11-02"))
        .isInstanceOf(LinkResult.Linked.class);
    assertThat(mock.requests())
        .filteredOn(r -> r.path().endsWith("/links"))
        .allMatch(r -> r.body().contains("Đỗ Thị Hương"));
  }

  @Test
  void refusesARealNumberAndAnEmptyName() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> link("001850123456", "Ai Đó", "1985-01-01"));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> request("099085000011", " ", "1985-01-01"));
  }

  private Identity loggedIn(Claim... claims) {
    return ((LoginOutcome.Approved) app.logIn(claims)).identity();
  }

  private LinkResult link(String number, String name, String birthDate) {
    return app.client().taxLinks().link(request(number, name, birthDate));
  }

  private static LinkRequest request(String number, String name, String birthDate) {
    return LinkRequest.of(CitizenId.parse(number), name, PartialDate.parse(birthDate));
  }
}
