package vn.eid.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.eid.Application;
import vn.eid.EidClient;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;

/** All that a pull hands out is about one person, however a provider mixes them up. */
class WhoseRecordsTest {
  private static final String A = PullTest.entry("a");
  private static final String NOBODYS = about("b", "");

  private final RecordsProvider provider = new RecordsProvider();
  private final List<HealthData> came = new ArrayList<>();
  private EidClient client;

  @BeforeEach
  void open() {
    client = provider.client();
  }

  @AfterEach
  void close() {
    client.close();
    provider.close();
  }

  @Test
  void aResourceThatDoesNotSayWhomItIsAboutIsNotTakenForTheOthersPerson() {
    assertThat(refusal(A, NOBODYS)).isEqualTo(Check.SUBJECT);
    assertThat(refusal(NOBODYS, A)).isEqualTo(Check.SUBJECT);
    assertThat(came).hasSize(1);
  }

  @Test
  void aListOfReferencesIsNotTakenForTheOthersPerson() {
    assertThat(refusal(A, about("b", "\"patient\":[{\"reference\":\"Patient/2\"}],")))
        .isEqualTo(Check.SUBJECT);
  }

  @Test
  void aPersonWithinTheResourceIsNobodyThatAnotherResourceCouldMean() {
    String within = "\"patient\":{\"reference\":\"#p\"},";
    assertThat(refusal(about("a", within), about("b", within))).isEqualTo(Check.SUBJECT);
    assertThat(came).isEmpty();
  }

  @Test
  void aResourceAboutTwoPersonsIsRefusedWhicheverComesFirst() {
    String one = "\"patient\":{\"reference\":\"Patient/1\"},";
    String other = "\"subject\":{\"reference\":\"Patient/2\"},";
    assertThat(refusal(A, about("b", one + other))).isEqualTo(Check.FORMAT);
    assertThat(refusal(A, about("b", other + one))).isEqualTo(Check.FORMAT);
  }

  @Test
  void aVersionOfThePersonIsThePerson() {
    answer(A, about("b", "\"patient\":{\"reference\":\"Patient/1/_history/7\"},"));
    assertThat(pull()).hasSize(2);
  }

  @Test
  void anAbsoluteReferenceToAPersonOfTheSameNumberElsewhereIsAnotherPerson() {
    assertThat(
            refusal(A, about("b", "\"patient\":{\"reference\":\"https://x.example/Patient/1\"},")))
        .isEqualTo(Check.SUBJECT);
  }

  @Test
  void aReferenceOfManyKilobytesIsRefused() {
    String reference = "\"patient\":{\"reference\":\"Patient/" + "1".repeat(2000) + "\"},";
    assertThat(refusal(about("a", reference))).isEqualTo(Check.FORMAT);
  }

  @Test
  void escapesInNamesAndIdsHideNothing() {
    assertThat(refusal(A, about("b", "\"patient\":{\"\\u0072eference\":\"Patient\\u002f2\"},")))
        .isEqualTo(Check.SUBJECT);
    assertThat(refusal(about("b", "\"\\u0069d\":\"c\","))).isEqualTo(Check.FORMAT);
    for (String id : List.of("\\u0000", "b\\ud800", "b\\u202e", "\\u0430", "")) {
      assertThat(refusal(about(id, ""))).as(id).isEqualTo(Check.FORMAT);
    }
  }

  @Test
  void aResourceComesOnceHoweverItsIdIsWritten() {
    answer(A, PullTest.entry("\\u0061"));
    assertThat(pull()).hasSize(1);
  }

  @Test
  void whatAnEntryCallsItselfHidesNothing() {
    answer(
        A.replace("}}}", "}},\"search\":{\"mode\":\"outcome\"}}"),
        "{\"search\":{\"mode\":\"match\"},\"resource\":{\"resourceType\":\"OperationOutcome\","
            + "\"issue\":[{\"severity\":\"information\",\"code\":\"suppressed\"}]}}");
    Pull<HealthData> pull = client.records().pull(request());
    assertThat(pull.toList()).hasSize(1);
    assertThat(pull.receipt().withheld()).hasSize(1);
  }

  @Test
  void countsThatNoProviderCanMeanAreNotAdded() {
    String outcome =
        "{\"resource\":{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"information\","
            + "\"code\":\"suppressed\",\"extension\":[{\"url\":\"urn:eid:withheld-count\","
            + "\"valueUnsignedInt\":9223372036854775807}]}]}}";
    answer(A, outcome, outcome);
    Pull<HealthData> pull = client.records().pull(request());
    assertThat(pull.toList()).hasSize(1);
    assertThat(pull.receipt().withheld()).hasSize(1);
    assertThat(pull.receipt().withheld().get(0).count()).isEmpty();
  }

  private Check refusal(String... entries) {
    answer(entries);
    came.clear();
    UntrustedException refusal =
        catchThrowableOfType(
            UntrustedException.class,
            () -> client.records().pull(request()).stream().forEach(came::add));
    assertThat(refusal).isNotNull();
    assertThat(refusal).hasMessageNotContainingAny("Patient/1", "Patient/2");
    return refusal.check();
  }

  private List<HealthData> pull() {
    return client.records().pull(request()).toList();
  }

  private void answer(String... entries) {
    String page = PullTest.page("\"entry\":[" + String.join(",", entries) + "]");
    provider.records = exchange -> RecordsProvider.send(exchange, 200, page);
  }

  private PullRequest<HealthData> request() {
    return PullRequest.under(
        provider.consent(client), Application.TREATMENT, HealthData.IMMUNIZATIONS);
  }

  private static String about(String id, String members) {
    return "{\"resource\":{"
        + members
        + "\"resourceType\":\"Immunization\",\"id\":\""
        + id
        + "\"}}";
  }
}
