package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.eid.mock.Recipient.terms;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordFaultTest extends RecipientTest {
  private static final String PATH = "/fhir/v1/Encounter";

  private String id;
  private String token;

  @BeforeEach
  void ask() {
    mock.citizen(ORDINARY).holdsAtLeast("encounters", 200);
    id = recipient.granted(terms(ORDINARY, "encounters"));
    token = recipient.token(id, "encounters");
  }

  private Answer page(String target) {
    return recipient.get(target, token).isOk();
  }

  private static List<String> ids(Answer page) {
    List<String> ids = new ArrayList<>();
    for (JsonNode entry : page.json().path("entry")) {
      ids.add(entry.at("/resource/id").asText());
    }
    return ids;
  }

  private static Set<String> patients(Answer page) {
    Set<String> patients = new HashSet<>();
    for (JsonNode entry : page.json().path("entry")) {
      patients.add(entry.at("/resource/subject/reference").asText());
    }
    return patients;
  }

  @Test
  void pageRepeatsGivesTheSameUnderOtherLinks() {
    mock.inject(Fault.PAGE_REPEATS);
    Answer first = page(PATH);
    Answer second = page(RecordSearchTest.next(first));
    Answer third = page(RecordSearchTest.next(second));
    assertThat(ids(second)).isEqualTo(ids(first)).isEqualTo(ids(third));
    assertThat(RecordSearchTest.next(second)).isNotEqualTo(RecordSearchTest.next(first));
  }

  @Test
  void pageRepeatsForOnceGoesOnAfterwards() {
    mock.injectOnce(Fault.PAGE_REPEATS);
    Answer first = page(PATH);
    Answer second = page(RecordSearchTest.next(first));
    Answer third = page(RecordSearchTest.next(second));
    assertThat(ids(second)).isEqualTo(ids(first));
    assertThat(ids(third)).doesNotContainAnyElementsOf(ids(first)).hasSize(50);
  }

  @Test
  void pageLinkCircleLeadsFromTheThirdPageToTheSecond() {
    mock.inject(Fault.PAGE_LINK_CIRCLE);
    String second = RecordSearchTest.next(page(PATH));
    String third = RecordSearchTest.next(page(second));
    assertThat(third).isNotEqualTo(second);
    assertThat(RecordSearchTest.next(page(third))).isEqualTo(second);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?_count=1"})
  void pageConnectionCutBreaksInTheMiddle(String query) {
    mock.injectOnce(Fault.PAGE_CONNECTION_CUT);
    assertThatThrownBy(() -> recipient.get(PATH + query, token))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("received");
    page(PATH + query);
  }

  @Test
  void pageTruncatedIsAWholeAnswerWithHalfOfTheJson() {
    String good = page(PATH).body();
    mock.injectOnce(Fault.PAGE_TRUNCATED);
    String cut = page(PATH).body();
    assertThat(cut.length()).isLessThan(good.length());
    assertThat(good).startsWith(cut.substring(0, cut.length() - 2));
    assertThat(page(PATH).body()).isEqualTo(good);
  }

  @Test
  void pageHugeResourceIsFiftyMegabytesLong() {
    mock.injectOnce(Fault.PAGE_HUGE_RESOURCE);
    String huge = page(PATH + "?_count=1").body();
    assertThat(huge.length()).isGreaterThan(50 * 1024 * 1024);
    assertThat(huge).endsWith("}]}");
    assertThat(page(PATH + "?_count=1").body().length()).isLessThan(5000);
  }

  @Test
  void pageInvalidUtf8HasAByteThatIsNone() {
    mock.injectOnce(Fault.PAGE_INVALID_UTF8);
    assertThat(page(PATH).body()).contains("\ufffd");
    assertThat(page(PATH).body()).doesNotContain("\ufffd");
  }

  @Test
  void pageOtherPatientIsInOneResource() {
    assertThat(patients(page(PATH))).hasSize(1);
    mock.injectOnce(Fault.PAGE_OTHER_PATIENT);
    Answer page = page(PATH);
    assertThat(patients(page)).hasSize(2);
    assertThat(page.json().at("/entry/49/resource/subject/reference").asText())
        .isNotEqualTo(page.json().at("/entry/48/resource/subject/reference").asText());
  }

  @Test
  void pageFewerThanTotalPromisesMoreThanComes() {
    mock.inject(Fault.PAGE_FEWER_THAN_TOTAL);
    Answer page = page(PATH + "?_count=200");
    assertThat(page.json().path("total").asInt()).isEqualTo(207);
    assertThat(ids(page)).hasSize(200);
    assertThat(RecordSearchTest.next(page)).isEmpty();
  }

  @Test
  void recordsHttpError503IsNoUse() {
    mock.injectOnce(Fault.RECORDS_HTTP_ERROR_503);
    recipient.get(PATH, token).isProblem(503, "temporarily_unavailable", "try again");
    page(PATH);
  }

  @Test
  void recordsTokenExpiredEndsTheTokenButNotThePull() {
    Answer first = page(PATH);
    mock.injectOnce(Fault.RECORDS_TOKEN_EXPIRED);
    recipient.get(PATH, token).isUnauthorized("invalid_token", "has expired");
    recipient.get(PATH, token).isUnauthorized("invalid_token", "not known");
    String fresh = recipient.token(id, "encounters");
    assertThat(ids(recipient.get(PATH, fresh).isOk())).isEqualTo(ids(first));
  }

  @Test
  void citizenDataHasTheFaultsOfTheServiceToo() {
    String identity = recipient.token(recipient.granted(terms(ORDINARY, "identity")), "identity");
    mock.injectOnce(Fault.RECORDS_HTTP_ERROR_503);
    recipient
        .get("/citizen-data/v1/identity", identity)
        .isProblem(503, "temporarily_unavailable", "try again");
    mock.injectOnce(Fault.RECORDS_HTML);
    assertThat(recipient.get("/citizen-data/v1/identity", identity).header("Content-Type"))
        .startsWith("text/html");
  }
}
