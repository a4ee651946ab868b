package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.eid.mock.Recipient.terms;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.mock.state.Citizens;

class PatientSummaryTest extends RecipientTest {
  private static final String PATH = "/fhir/v1/Patient/$summary";
  private static final Set<String> DAYS =
      Set.of("occurrenceDateTime", "onsetDateTime", "recordedDate", "effectiveDateTime", "start");

  private JsonNode summary(String number) {
    return summary(number, "");
  }

  private JsonNode summary(String number, String query) {
    mock.citizen(number).approvesEverything();
    String id = recipient.granted(terms(number, "patient_summary"));
    Answer answer = recipient.get(PATH + query, recipient.token(id, "patient_summary")).isOk();
    assertThat(answer.header("Content-Type")).isEqualTo("application/fhir+json");
    return answer.json();
  }

  static Stream<String> numbers() {
    return Citizens.builtIn().all().stream()
        .filter(citizen -> !citizen.locked())
        .map(citizen -> citizen.id());
  }

  private static List<JsonNode> resources(JsonNode bundle, String type) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode entry : bundle.path("entry")) {
      if (entry.at("/resource/resourceType").asText().equals(type)) {
        found.add(entry.path("resource"));
      }
    }
    return found;
  }

  private static void references(JsonNode node, List<String> found) {
    if (node.path("reference").isTextual()) {
      found.add(node.path("reference").asText());
    }
    node.forEach(child -> references(child, found));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void everyReferenceResolvesInsideTheBundle(String number) {
    JsonNode bundle = summary(number);
    Set<String> urls = new HashSet<>();
    for (JsonNode entry : bundle.path("entry")) {
      String url = entry.path("fullUrl").asText();
      assertThat(url).isEqualTo("urn:uuid:" + entry.at("/resource/id").asText());
      assertThat(urls.add(url)).as("twice: %s", url).isTrue();
    }
    List<String> references = new ArrayList<>();
    references(bundle, references);
    assertThat(references).isNotEmpty();
    assertThat(urls).containsAll(references);
    urls.removeAll(references);
    assertThat(urls).as("only the Composition is not referred to").hasSize(1);
  }

  @Test
  void theDocumentBeginsWithAComposition() {
    JsonNode bundle = summary(ORDINARY);
    assertThat(bundle.path("type").asText()).isEqualTo("document");
    assertThat(bundle.at("/identifier/value").asText()).startsWith("urn:uuid:");
    Instant timestamp = Instant.parse(bundle.path("timestamp").asText());
    assertThat(timestamp).isBeforeOrEqualTo(mock.clock().instant());
    JsonNode composition = bundle.at("/entry/0/resource");
    assertThat(composition.path("resourceType").asText()).isEqualTo("Composition");
    assertThat(composition.path("status").asText()).isEqualTo("final");
    assertThat(composition.at("/type/coding/0/code").asText()).isEqualTo("60591-5");
    assertThat(composition.path("date").asText()).isNotEmpty();
    assertThat(composition.path("title").asText()).isNotEmpty();
    assertThat(composition.at("/author/0/reference").asText()).startsWith("urn:uuid:");
    assertThat(composition.at("/subject/reference").asText()).startsWith("urn:uuid:");
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void theFiveSectionsHaveTextAndEntriesOrAReasonForNone(String number) {
    JsonNode sections = summary(number).at("/entry/0/resource/section");
    assertThat(sections)
        .extracting(section -> section.at("/code/coding/0/code").asText())
        .containsExactly("11450-4", "48765-2", "10160-0", "11369-6", "30954-2");
    for (JsonNode section : sections) {
      assertThat(section.at("/text/div").asText())
          .startsWith("<div xmlns=\"http://www.w3.org/1999/xhtml\"");
      assertThat(section.has("entry")).isNotEqualTo(section.has("emptyReason"));
    }
  }

  @Test
  void thePatientIsKnownByTheCitizenNumber() {
    JsonNode patient = resources(summary("099051000044"), "Patient").get(0);
    assertThat(patient.at("/identifier/0/system").asText())
        .isEqualTo("http://fhir.hl7.org.vn/core/sid/cccd");
    assertThat(patient.at("/identifier/0/value").asText()).isEqualTo("099051000044");
    assertThat(patient.at("/name/0/text").asText()).isEqualTo("Phạm Dũng");
    assertThat(patient.path("birthDate").asText()).isEqualTo("1951");
    assertThat(patient.path("gender").asText()).isEqualTo("male");
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void nothingHappenedBeforeBirthOrAfterToday(String number) {
    String birth = Citizens.builtIn().find(number).orElseThrow().birthDate().text();
    String today = mock.clock().instant().toString();
    for (String member : DAYS) {
      assertThat(summary(number).findValuesAsText(member))
          .allSatisfy(day -> assertThat(day).isBetween(birth, today));
    }
  }

  @Test
  void theLongRecordHasHundredsOfResources() {
    assertThat(summary("099060000134").path("entry").size()).isGreaterThan(500);
  }

  @Test
  void aPeriodLeavesOutWhatIsOutsideIt() {
    JsonNode bundle = summary(ORDINARY, "?start=2025-01-01&end=2025-12-31");
    assertThat(bundle.findValuesAsText("effectiveDateTime"))
        .isNotEmpty()
        .allSatisfy(day -> assertThat(day).startsWith("2025"));
  }

  @Test
  void aSummaryIsTheSameEachTimeButForItsDate() {
    JsonNode first = summary(ORDINARY).path("entry");
    JsonNode second = summary(ORDINARY).path("entry");
    assertThat(second.size()).isEqualTo(first.size());
    for (int i = 1; i < first.size(); i++) {
      assertThat(second.get(i)).isEqualTo(first.get(i));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"?date=2025-01-01", "?START=2025-01-01"})
  void aParameterThatIsNotKnownIsRefused(String query) {
    String id = recipient.granted(terms(ORDINARY, "patient_summary"));
    recipient
        .get(PATH + query, recipient.token(id, "patient_summary"))
        .isProblem(400, "invalid_request", "start, end only");
  }

  @Test
  void faultRecordsHtml() {
    String id = recipient.granted(terms(ORDINARY, "patient_summary"));
    mock.injectOnce(Fault.RECORDS_HTML);
    Answer answer = recipient.get(PATH, recipient.token(id, "patient_summary"));
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.status()).isEqualTo(200);
  }
}
