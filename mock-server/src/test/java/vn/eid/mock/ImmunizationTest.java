package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.eid.mock.Recipient.terms;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImmunizationTest extends RecipientTest {
  private static final String PATH = "/fhir/v1/Immunization";
  private static final String LONG_RECORD = "099060000134";
  private static final String CHILD = "099322000033";

  private String token(String number) {
    return recipient.token(recipient.granted(terms(number, "immunizations")), "immunizations");
  }

  private static List<JsonNode> entries(Answer page) {
    List<JsonNode> entries = new ArrayList<>();
    page.isOk().json().path("entry").forEach(entries::add);
    return entries;
  }

  private static String link(Answer page, String relation) {
    for (JsonNode link : page.isOk().json().path("link")) {
      if (link.path("relation").asText().equals(relation)) {
        return link.path("url").asText();
      }
    }
    return "";
  }

  private static String target(String url) {
    URI uri = URI.create(url);
    return uri.getRawPath() + "?" + uri.getRawQuery();
  }

  @Test
  void theLongRecordComesWholeAndNothingTwice() {
    String token = token(LONG_RECORD);
    List<String> ids = new ArrayList<>();
    String next = PATH + "?_count=100";
    int pages = 0;
    while (!next.isEmpty()) {
      Answer page = recipient.get(next, token);
      assertThat(page.json().path("total").asInt()).isEqualTo(620);
      entries(page).forEach(entry -> ids.add(entry.at("/resource/id").asText()));
      String url = link(page, "next");
      assertThat(url)
          .satisfiesAnyOf(
              link -> assertThat(link).isEmpty(),
              link -> assertThat(link).startsWith(mock.issuer() + PATH + "?_cursor="));
      next = url.isEmpty() ? "" : target(url);
      pages++;
    }
    assertThat(pages).isEqualTo(7);
    assertThat(ids).hasSize(620).doesNotHaveDuplicates();
  }

  @Test
  void thePagesOfOneTokenAreOneUse() {
    Map<String, Object> terms = terms(LONG_RECORD, "immunizations");
    terms.put("uses", 1);
    String token = recipient.token(recipient.granted(terms), "immunizations");
    Answer first = recipient.get(PATH, token);
    recipient.get(target(link(first, "next")), token).isOk();
  }

  @Test
  void aPageIsASearchsetWithFiftyEntriesUnlessAsked() {
    Answer page = recipient.get(PATH, token(LONG_RECORD));
    assertThat(page.header("Content-Type")).isEqualTo("application/fhir+json");
    assertThat(page.text("resourceType")).isEqualTo("Bundle");
    assertThat(page.text("type")).isEqualTo("searchset");
    assertThat(link(page, "self")).isEqualTo(mock.issuer() + PATH + "?_count=50");
    assertThat(entries(page))
        .hasSize(50)
        .allSatisfy(
            entry -> {
              assertThat(entry.at("/search/mode").asText()).isEqualTo("match");
              assertThat(entry.path("fullUrl").asText())
                  .isEqualTo(mock.issuer() + PATH + "/" + entry.at("/resource/id").asText());
            });
  }

  @Test
  void aPageHoldsTwoHundredEntriesAtMost() {
    assertThat(entries(recipient.get(PATH + "?_count=5000", token(LONG_RECORD)))).hasSize(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "many", "1.5", "9999999"})
  void aCountThatIsNoneIsRefused(String count) {
    recipient
        .get(PATH + "?_count=" + count, token(CHILD))
        .isProblemWith("_count", "invalid_request", "whole number");
  }

  @Test
  void datesFilterAndReachTheNextPages() {
    String token = token(LONG_RECORD);
    Answer page = recipient.get(PATH + "?date=ge2000-01-01&date=le2009-12-31&_count=60", token);
    int total = page.json().path("total").asInt();
    assertThat(total).isBetween(61, 120);
    List<JsonNode> all = entries(page);
    all.addAll(entries(recipient.get(target(link(page, "next")), token)));
    assertThat(all)
        .hasSize(total)
        .allSatisfy(
            entry ->
                assertThat(entry.at("/resource/occurrenceDateTime").asText())
                    .isBetween("2000-01-01", "2009-12-31"));
  }

  @Test
  void theConsentsPeriodIsTheUsualFilter() {
    Map<String, Object> terms = terms(CHILD, "immunizations");
    terms.put("period", Map.of("from", "2022-05-09", "to", "2022-12-31"));
    String token = recipient.token(recipient.granted(terms), "immunizations");
    assertThat(entries(recipient.get(PATH, token)))
        .isNotEmpty()
        .allSatisfy(
            entry ->
                assertThat(entry.at("/resource/occurrenceDateTime").asText()).startsWith("2022"));
    recipient
        .get(PATH + "?date=ge2023-01-01", token)
        .isProblem(403, "period_not_consented", "inside the consent");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "date=2022-01-01",
        "date=gt2022-01-01",
        "date=ge2022-01-01&date=ge2022-01-02",
        "date=ge2022-13-01"
      })
  void anotherDateFilterIsRefused(String filter) {
    recipient
        .get(PATH + "?" + filter, token(CHILD))
        .isProblemWith("date", "invalid_request", "date");
  }

  @Test
  void aParameterThatIsNotKnownIsRefused() {
    recipient
        .get(PATH + "?patient=1", token(CHILD))
        .isProblem(400, "invalid_request", "date, _count only");
  }

  @Test
  void aCursorIsGoodForItsPullOnly() {
    String id = recipient.granted(terms(LONG_RECORD, "immunizations"));
    Answer begun = recipient.dataToken(id, "immunizations").isOk();
    String next = target(link(recipient.get(PATH, begun.text("access_token")), "next"));
    recipient.get(next, recipient.laterToken(id, "immunizations", begun)).isOk();
    recipient
        .get(next, recipient.token(id, "immunizations"))
        .isProblemWith("_cursor", "invalid_request", "not made for this pull");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "50", "AAAA", "not base64 at all", "%00"})
  void aMadeUpCursorIsRefused(String cursor) {
    recipient
        .get(PATH + "?_cursor=" + cursor.replace(" ", "%20"), token(LONG_RECORD))
        .isProblemWith("_cursor", "invalid_request", "not made for this pull");
  }

  @Test
  void aCursorTakesNoFurtherParameters() {
    String token = token(LONG_RECORD);
    Answer first = recipient.get(PATH, token);
    recipient
        .get(target(link(first, "next")) + "&date=ge1900-01-01", token)
        .isProblem(400, "invalid_request", "_cursor only");
  }

  @Test
  void theChildHasTheDosesOfTheNationalProgramme() {
    List<JsonNode> entries = entries(recipient.get(PATH, token(CHILD)));
    String today = LocalDate.ofInstant(mock.clock().instant(), ZoneOffset.UTC).toString();
    assertThat(entries)
        .extracting(entry -> entry.at("/resource/vaccineCode/text").asText())
        .contains("Lao (BCG)", "Viêm gan B", "Sởi - Rubella (MR)");
    assertThat(entries)
        .extracting(entry -> entry.at("/resource/occurrenceDateTime").asText())
        .isSorted()
        .allSatisfy(day -> assertThat(day).isBetween("2022-05-09", today));
  }

  @Test
  void aRecordIsTheSameEachTime() {
    String token = token(CHILD);
    assertThat(recipient.get(PATH, token).body()).isEqualTo(recipient.get(PATH, token).body());
  }

  @Test
  void aPeriodWithoutDosesIsAnEmptyPage() {
    Answer page = recipient.get(PATH + "?date=le1990-01-01", token(CHILD));
    assertThat(page.isOk().json().path("total").asInt()).isZero();
    assertThat(page.json().has("entry")).isFalse();
    assertThat(link(page, "next")).isEmpty();
  }

  @Test
  void faultPageLinkToOtherHost() {
    mock.injectOnce(Fault.PAGE_LINK_TO_OTHER_HOST);
    assertThat(link(recipient.get(PATH, token(CHILD)), "next"))
        .startsWith("https://other.example/");
  }

  @Test
  void faultPageLinkLoop() {
    mock.injectOnce(Fault.PAGE_LINK_LOOP);
    Answer page = recipient.get(PATH, token(LONG_RECORD));
    assertThat(link(page, "next")).isEqualTo(link(page, "self"));
  }

  @Test
  void faultRecordsHtml() {
    mock.injectOnce(Fault.RECORDS_HTML);
    String token = token(CHILD);
    Answer page = recipient.get(PATH, token);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(recipient.get(PATH, token).header("Content-Type"))
        .isEqualTo("application/fhir+json");
  }
}
