package vn.eid.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.eid.Application;
import vn.eid.CitizenId;
import vn.eid.InvalidRequestException;
import vn.eid.MockedApplicationTest;
import vn.eid.records.CitizenData;
import vn.eid.records.HealthData;

/** What is asked, what the citizen is told, and what is granted of it. */
class ConsentTermsTest extends MockedApplicationTest {
  private static final CitizenId AN = CitizenId.parse("099085000011");
  private static final Period YEAR =
      Period.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));

  @Test
  void allThatIsAskedReachesTheReceipt() {
    Notice notice = Notice.of("2026-11", "Thông báo của phòng khám", "The clinic's notice");
    ConsentRequest request =
        ask()
            .validFor(Duration.ofDays(7))
            .covering(YEAR)
            .upTo(3)
            .sharedWith(Recipient.of("lab", "Phòng xét nghiệm", "Laboratory"))
            .leavingVietnam()
            .keptFor(Duration.ofDays(3650))
            .notifying(notice);
    Consent.Active consent = app.consent(request);

    ConsentTerms granted = consent.terms();
    assertThat(granted).isEqualTo(consent.asked()).isEqualTo(request.terms());
    assertThat(consent.narrowedFrom()).isEmpty();
    assertThat(granted.purpose()).isEqualTo("TREATMENT");
    assertThat(granted.period()).contains(YEAR);
    assertThat(granted.uses()).hasValue(3);
    assertThat(granted.validity()).isEqualTo(Duration.ofDays(7));
    assertThat(granted.recipients()).containsExactly("lab");
    assertThat(granted.isCrossBorder()).isTrue();
    assertThat(granted.retention()).contains(Duration.ofDays(3650));
    assertThat(granted.noticeVersion()).isEqualTo("2026-11");
    // printf "The clinic's notice" | sha256sum
    assertThat(granted.englishNoticeHash())
        .isEqualTo("a22b2cc77bf26e49a904e14f8403b43fa470767f7b870760cc5d0717d4f89a13");
    assertThat(granted.vietnameseNoticeHash()).hasSize(64);
  }

  @Test
  void theCitizenMayTickSomeOfTheDataSets() {
    mock.citizen(AN.value()).approvesOnly("identity");
    Consent.Active consent = app.consent(ask());
    assertThat(consent.dataSets()).containsExactly("identity");
    assertThat(consent.leftOut()).containsExactly("immunizations");
    assertThat(consent.narrowedFrom().map(ConsentTerms::dataSets))
        .hasValueSatisfying(
            asked -> assertThat(asked).containsExactlyInAnyOrder("immunizations", "identity"));
    assertThat(consent.subject()).isNotBlank();
  }

  @Test
  void theCitizenMayShortenTheTime() {
    mock.citizen(AN.value()).grantsAtMost(Duration.ofHours(1));
    Consent.Active consent = app.consent(ask());
    assertThat(consent.terms().validity()).isEqualTo(Duration.ofHours(1));
    assertThat(consent.asked().validity()).isEqualTo(Duration.ofHours(24));
    assertThat(consent.narrowedFrom()).contains(consent.asked());
    assertThat(consent.leftOut()).isEmpty();
  }

  @Test
  void theStandardNoticeSpeaksOfFreedomWithdrawalAndRightsInBothLanguages() {
    Notice notice = Notice.standard();
    assertThat(notice.vietnamese()).contains("tự nguyện", "dịch vụ cơ bản", "rút lại");
    assertThat(notice.english()).contains("freely", "basic service", "withdraw");
    assertThat(app.consent(ask()).terms().noticeVersion()).isEqualTo(notice.version());
  }

  @Test
  void asksForNothingThatARegistryCouldNotGrant() {
    refuses("upTo", () -> ask().upTo(0));
    refuses("upTo", () -> ask().upTo(1001));
    refuses("keptFor", () -> ask().keptFor(Duration.ZERO));
    refuses("subject", () -> ask().expecting(" "));
    refuses("reference", () -> ask().reference(""));
    refuses("notice", () -> Notice.of("a b", "x", "y"));
    refuses("notice", () -> Notice.of("1", "", "y"));
    refuses("notice", () -> Notice.of("1", "x", "y".repeat(4001)));
    refuses("recipients", () -> Recipient.of("", "x", "y"));
    refuses("recipients", () -> Recipient.of("a", "x", " "));
    Recipient lab = Recipient.of("lab", "x", "y");
    refuses("recipients", () -> ask().sharedWith(lab, lab));
    Recipient[] many =
        IntStream.range(0, 11)
            .mapToObj(i -> Recipient.of("r" + i, "x", "y"))
            .toArray(Recipient[]::new);
    refuses("recipients", () -> ask().sharedWith(many));
  }

  @Test
  void printsNoPerson() {
    ConsentRequest request = ask().expecting("a-pseudonym").reference("case of An");
    assertThat(request.toString()).doesNotContain("a-pseudonym", "An", AN.value());
    Consent.Active consent = app.consent(ask());
    assertThat(consent.terms().toString()).contains("TREATMENT", "immunizations", "PT24H");
    assertThat(consent.toString() + consent.terms()).doesNotContain(consent.subject());
    assertThat(Optional.of(consent.terms())).contains(consent.asked());
  }

  private static void refuses(String field, Runnable call) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(call::run)
        .satisfies(e -> assertThat(e.field()).isEqualTo(field));
  }

  private static ConsentRequest ask() {
    return ConsentRequest.ask(
        AN, Application.TREATMENT, HealthData.IMMUNIZATIONS, CitizenData.IDENTITY);
  }
}
