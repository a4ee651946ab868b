package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.eid.mock.Recipient.terms;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.mock.fhir.RecordKind;
import vn.eid.mock.state.Citizen;
import vn.eid.mock.state.Citizens;

class RecordSearchTest extends RecipientTest {
  private static final String WITHHOLDING = "099183000167";
  private static final String RESULTS = "/fhir/v1/Observation?category=laboratory";

  /** The days of the search parameters, by member of the resource. */
  private static final Map<RecordKind, String> DAY =
      Map.of(
          RecordKind.IMMUNIZATIONS, "/occurrenceDateTime",
          RecordKind.ENCOUNTERS, "/period/start",
          RecordKind.CONDITIONS, "/recordedDate",
          RecordKind.MEDICATIONS, "/effectivePeriod/start",
          RecordKind.ALLERGIES, "/recordedDate",
          RecordKind.LABORATORY_RESULTS, "/effectiveDateTime",
          RecordKind.IMAGING_REPORTS, "/effectiveDateTime");

  static Stream<String> numbers() {
    return Citizens.builtIn().all().stream().filter(one -> !one.locked()).map(Citizen::id);
  }

  private String token(String number, String dataSet) {
    mock.citizen(number).approvesEverything();
    return recipient.token(recipient.granted(terms(number, dataSet)), dataSet);
  }

  private static String url(RecordKind kind, String more) {
    String category = kind.category().map(word -> "category=" + word + "&").orElse("");
    return "/fhir/v1/" + kind.resourceType() + "?" + category + more;
  }

  private static List<JsonNode> resources(Answer page, String mode) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode entry : page.isOk().json().path("entry")) {
      if (entry.at("/search/mode").asText().equals(mode)) {
        found.add(entry.path("resource"));
      }
    }
    return found;
  }

  /** Where the next link of a page leads; empty on the last page. */
  static String next(Answer page) {
    for (JsonNode link : page.isOk().json().path("link")) {
      if (link.path("relation").asText().equals("next")) {
        URI uri = URI.create(link.path("url").asText());
        return uri.getRawPath() + "?" + uri.getRawQuery();
      }
    }
    return "";
  }

  private List<Answer> pages(String first, String token) {
    List<Answer> pages = new ArrayList<>();
    for (String next = first; !next.isEmpty(); next = next(pages.get(pages.size() - 1))) {
      pages.add(recipient.get(next, token).isOk());
    }
    return pages;
  }

  private static String patient(JsonNode resource) {
    return resource.path("subject").isMissingNode()
        ? resource.at("/patient/reference").asText()
        : resource.at("/subject/reference").asText();
  }

  @ParameterizedTest
  @EnumSource
  void eachDataSetIsASearchOfItsOwnType(RecordKind kind) {
    Answer page = recipient.get(url(kind, ""), token(ORDINARY, kind.dataSet().code()));
    assertThat(page.header("Content-Type")).isEqualTo("application/fhir+json");
    List<JsonNode> matches = resources(page, "match");
    assertThat(matches)
        .isNotEmpty()
        .allSatisfy(
            one -> {
              assertThat(one.path("resourceType").asText()).isEqualTo(kind.resourceType());
              assertThat(one.at("/text/div").asText()).contains("lang=\"vi\"");
            });
    assertThat(page.json().path("total").asInt()).isEqualTo(matches.size());
    assertThat(resources(page, "outcome")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void nobodysRecordIsEarlierThanBirthOrLaterThanToday(RecordKind kind) {
    String today = LocalDate.ofInstant(mock.clock().instant(), ZoneOffset.UTC).toString();
    numbers()
        .forEach(
            number -> {
              String birth = Citizens.builtIn().find(number).orElseThrow().birthDate().text();
              Answer page = recipient.get(url(kind, ""), token(number, kind.dataSet().code()));
              assertThat(resources(page, "match"))
                  .extracting(one -> one.at(DAY.get(kind)).asText())
                  .isSorted()
                  .allSatisfy(day -> assertThat(day).isBetween(birth, today));
            });
  }

  @ParameterizedTest
  @EnumSource
  void aLongRecordOfAnyKindComesWholeAndNothingTwice(RecordKind kind) {
    mock.citizen(ORDINARY).holdsAtLeast(kind.dataSet().code(), 450);
    String token = token(ORDINARY, kind.dataSet().code());
    List<Answer> pages = pages(url(kind, "_count=200"), token);
    assertThat(pages).hasSize(3);
    List<String> ids = new ArrayList<>();
    List<String> days = new ArrayList<>();
    for (Answer page : pages) {
      assertThat(page.json().path("total").asInt()).isEqualTo(450);
      for (JsonNode one : resources(page, "match")) {
        ids.add(one.path("id").asText());
        days.add(one.at(DAY.get(kind)).asText());
      }
    }
    assertThat(ids).hasSize(450).doesNotHaveDuplicates();
    assertThat(days).isSorted();
  }

  @ParameterizedTest
  @EnumSource
  void datesFilterByTheParameterOfTheType(RecordKind kind) {
    mock.citizen(ORDINARY).holdsAtLeast(kind.dataSet().code(), 450);
    String token = token(ORDINARY, kind.dataSet().code());
    String name = kind.dateParameter();
    String dates = name + "=ge2010-01-01&" + name + "=le2012-12-31&_count=200";
    Answer page = recipient.get(url(kind, dates), token);
    assertThat(resources(page, "match"))
        .hasSizeBetween(20, 60)
        .allSatisfy(
            one ->
                assertThat(one.at(DAY.get(kind)).asText()).isBetween("2010-01-01", "2012-12-31"));
    assertThat(page.json().at("/link/0/url").asText()).isEqualTo(mock.issuer() + url(kind, dates));
    String other = name.equals("date") ? "recorded-date" : "date";
    recipient
        .get(url(kind, other + "=ge2010-01-01"), token)
        .isProblem(400, "invalid_request", name + ", _count");
  }

  @Test
  void thePatientIsTheSameInAllSearches() {
    Set<String> patients = new HashSet<>();
    for (RecordKind kind : RecordKind.values()) {
      Answer page = recipient.get(url(kind, ""), token(ORDINARY, kind.dataSet().code()));
      resources(page, "match").forEach(one -> patients.add(patient(one)));
    }
    assertThat(patients).singleElement().asString().startsWith("Patient/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?category=vital-signs", "?category="})
  void aCategoryThatIsNotTheDataSetsIsRefused(String query) {
    recipient
        .get("/fhir/v1/Observation" + query, token(ORDINARY, "laboratory_results"))
        .isProblemWith("category", "invalid_request", "must be laboratory");
  }

  @Test
  void aSearchWithoutACategoryTakesNone() {
    recipient
        .get("/fhir/v1/Encounter?category=x", token(ORDINARY, "encounters"))
        .isProblem(400, "invalid_request", "date, _count only");
  }

  @Test
  void aTokenOfAnotherDataSetOpensNoSearch() {
    recipient
        .get("/fhir/v1/Condition", token(ORDINARY, "encounters"))
        .isProblem(403, "data_set_not_consented", "does not hold this data set");
  }

  @Test
  void aCursorOfAnotherDataSetIsRefused() {
    mock.citizen(ORDINARY).holdsAtLeast("encounters", 100).holdsAtLeast("conditions", 100);
    String id = recipient.granted(terms(ORDINARY, "encounters", "conditions"));
    String next = next(recipient.get("/fhir/v1/Encounter", recipient.token(id, "encounters")));
    recipient
        .get(next.replace("Encounter", "Condition"), recipient.token(id, "conditions"))
        .isProblemWith("_cursor", "invalid_request", "not made for this pull");
  }

  @Test
  void aPageThatIsAskedForAgainIsTheSame() {
    mock.citizen(ORDINARY).holdsAtLeast("encounters", 200);
    String id = recipient.granted(terms(ORDINARY, "encounters"));
    Answer begun = recipient.dataToken(id, "encounters").isOk();
    String token = begun.text("access_token");
    Answer first = recipient.get("/fhir/v1/Encounter", token);
    assertThat(recipient.get("/fhir/v1/Encounter", token).body()).isEqualTo(first.body());
    Answer second = recipient.get(next(first), token);
    String laterToken = recipient.laterToken(id, "encounters", begun);
    assertThat(recipient.get(next(first), laterToken).body()).isEqualTo(second.body());
  }

  @Test
  void theBuiltInCitizenShowsWhatIsWithheldAndWhy() {
    List<Answer> pages = pages(RESULTS + "&_count=10", token(WITHHOLDING, "laboratory_results"));
    int total = pages.get(0).json().path("total").asInt();
    assertThat(total).isEqualTo(24);
    assertThat(pages.stream().mapToInt(page -> resources(page, "match").size()).sum())
        .isEqualTo(total);
    assertThat(pages.subList(0, pages.size() - 1))
        .allSatisfy(page -> assertThat(resources(page, "outcome")).isEmpty());
    JsonNode outcome = resources(pages.get(pages.size() - 1), "outcome").get(0);
    assertThat(outcome.path("resourceType").asText()).isEqualTo("OperationOutcome");
    JsonNode sensitive = outcome.at("/issue/0");
    assertThat(sensitive.path("severity").asText()).isEqualTo("information");
    assertThat(sensitive.path("code").asText()).isEqualTo("suppressed");
    assertThat(sensitive.at("/details/coding/0/system").asText())
        .isEqualTo("urn:eid:withheld-reason");
    assertThat(sensitive.at("/details/coding/0/code").asText()).isEqualTo("sensitive");
    assertThat(sensitive.at("/extension/0/url").asText()).isEqualTo("urn:eid:withheld-count");
    assertThat(sensitive.at("/extension/0/valueUnsignedInt").asInt()).isEqualTo(3);
    JsonNode lost = outcome.at("/issue/1");
    assertThat(lost.path("code").asText()).isEqualTo("incomplete");
    assertThat(lost.at("/details/coding/0/code").asText()).isEqualTo("source_unreachable");
    assertThat(lost.has("extension")).as("nobody knows how many").isFalse();
  }

  @Test
  void aRedactedResourceSaysSoAndDoesNotNameWhoTreated() {
    Answer page = recipient.get(RESULTS, token(WITHHOLDING, "laboratory_results"));
    List<JsonNode> matches = resources(page, "match");
    assertThat(matches).filteredOn(one -> one.has("meta")).hasSize(1);
    assertThat(matches.get(0).at("/meta/security/0/code").asText()).isEqualTo("REDACTED");
    assertThat(matches.get(0).has("performer")).isFalse();
    assertThat(matches.get(1).has("performer")).isTrue();
  }

  @Test
  void theSummaryLeavesASectionEmptyThatIsWithheld() {
    Answer summary =
        recipient.get("/fhir/v1/Patient/$summary", token(WITHHOLDING, "patient_summary"));
    JsonNode section = summary.isOk().json().at("/entry/0/resource/section/4");
    assertThat(section.at("/code/coding/0/code").asText()).isEqualTo("30954-2");
    assertThat(section.has("entry")).isFalse();
    assertThat(section.at("/emptyReason/coding/0/system").asText())
        .isEqualTo("http://terminology.hl7.org/CodeSystem/list-empty-reason");
    assertThat(section.at("/emptyReason/coding/0/code").asText()).isEqualTo("withheld");
    assertThat(summary.body()).doesNotContain("\"Observation\"");
  }

  @Test
  void theNewestOnesAreWithheldSoAPeriodBeforeThemIsWhole() {
    mock.citizen(ORDINARY)
        .holdsAtLeast("encounters", 300)
        .withholds("encounters", "citizen_hid", 5)
        .withholds("encounters", "facility_restricts", 10);
    String token = token(ORDINARY, "encounters");
    Answer all = recipient.get("/fhir/v1/Encounter?_count=200", token);
    assertThat(all.json().path("total").asInt()).isEqualTo(285);
    Answer last = recipient.get(next(all), token);
    assertThat(last.json().findValuesAsText("valueUnsignedInt")).containsExactly("5", "10");
    Answer early = recipient.get("/fhir/v1/Encounter?date=le2000-01-01&_count=200", token);
    assertThat(resources(early, "outcome")).isEmpty();
    assertThat(resources(early, "match")).isNotEmpty();
  }

  @Test
  void whereEverythingIsWithheldTheOnePageSaysSo() {
    mock.citizen(ORDINARY).withholds("allergies", "citizen_hid", 10);
    Answer page = recipient.get("/fhir/v1/AllergyIntolerance", token(ORDINARY, "allergies"));
    assertThat(page.json().path("total").asInt()).isZero();
    assertThat(resources(page, "outcome")).hasSize(1);
    assertThat(page.json().findValuesAsText("valueUnsignedInt")).containsExactly("1");
  }

  @Test
  void resetBringsTheRecordOfTheFileBack() {
    mock.citizen(ORDINARY).holdsAtLeast("encounters", 300).withholds("allergies", "sensitive", 1);
    mock.reset();
    Answer visits = recipient.get("/fhir/v1/Encounter", token(ORDINARY, "encounters"));
    assertThat(visits.json().path("total").asInt()).isLessThan(50);
    Answer allergies = recipient.get("/fhir/v1/AllergyIntolerance", token(ORDINARY, "allergies"));
    assertThat(allergies.json().path("total").asInt()).isEqualTo(1);
  }

  @Test
  void whatCannotBeWithheldIsRefused() {
    MockCitizen citizen = mock.citizen(ORDINARY);
    assertThatThrownBy(() -> citizen.withholds("identity", "sensitive", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("identity");
    assertThatThrownBy(() -> citizen.withholds("dna", "sensitive", 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> citizen.withholds("allergies", "mood", 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> citizen.withholds("allergies", "sensitive", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("from 1");
    assertThatThrownBy(() -> citizen.holdsAtLeast("patient_summary", 5))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
