package vn.eid.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.eid.Threads.atOnce;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.eid.Application;
import vn.eid.ConsentEndedException;
import vn.eid.EidClient;
import vn.eid.InsuranceNumber;
import vn.eid.InvalidRequestException;
import vn.eid.UnavailableException;
import vn.eid.consent.Consent;
import vn.eid.consent.DataSet;
import vn.eid.consent.EndCause;
import vn.eid.records.Withheld.Reason;

/** Pulls at a provider whose answers are written byte for byte. */
class PullTest {
  private final RecordsProvider provider = new RecordsProvider();
  private EidClient client;
  private Consent.Active consent;

  @BeforeEach
  void open() {
    client = provider.client();
    consent = provider.consent(client);
  }

  @AfterEach
  void close() {
    client.close();
    provider.close();
  }

  @Test
  void handsOutEachResourceExactlyAsTheProviderWroteIt() {
    String first =
        "{ \"resourceType\":\"Immunization\",\n\"id\" : \"a\", \"note\":\"Tiêm 💉 nhắc lại\"}";
    String second =
        "{\"id\":\"b\",\"doseQuantity\":{\"value\":0.50},\"resourceType\":\"Immunization\"}";
    answer(
        "{\"entry\":[{\"fullUrl\":\"uốn ván\",\"resource\": "
            + first
            + " ,\"search\":{\"mode\":\"match\"}},{\"resource\":"
            + second
            + "}],\"note\":[{\"é\":1}],\"type\":\"searchset\",\"resourceType\":\"Bundle\"}");
    assertThat(pull().stream().map(HealthData::json)).containsExactly(first, second);
  }

  @Test
  void followsALinkThatStandsBeforeTheEntriesAndOneThatStandsAfterThem() {
    pages(
        page(
            "\"link\":[{\"relation\":\"next\",\"url\":\"Immunization?p=2\"}],\"entry\":["
                + entry("a")
                + "]"),
        page(
            "\"entry\":["
                + entry("b")
                + "],\"link\":[{\"relation\":\"next\",\"url\":\"Immunization?p=3\"}]"),
        page("\"entry\":[" + entry("c") + "]"));
    assertThat(ids(pull())).containsExactly("a", "b", "c");
  }

  @Test
  void aPageWhoseConnectionBreaksIsAskedForAgainAndNothingComesTwice() {
    String whole = page("\"entry\":[" + entry("a") + "," + entry("b") + "," + entry("c") + "]");
    AtomicInteger times = new AtomicInteger();
    provider.records =
        exchange -> {
          if (times.getAndIncrement() == 0) {
            RecordsProvider.breakOff(exchange, whole.substring(0, whole.indexOf("\"c\"")));
          } else {
            RecordsProvider.send(exchange, 200, whole);
          }
        };
    assertThat(ids(pull())).containsExactly("a", "b", "c");
    assertThat(provider.asked).hasSize(2);
  }

  @Test
  void aConnectionThatAlwaysBreaksIsAnOutageAndWhatCameStays() {
    String whole = page("\"entry\":[" + entry("a") + "," + entry("b") + "]");
    provider.records =
        exchange -> RecordsProvider.breakOff(exchange, whole.substring(0, whole.length() - 1));
    Pull<HealthData> pull = pull();
    List<String> came = new ArrayList<>();
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> pull.stream().map(HealthData::json).forEach(came::add));
    assertThat(came).hasSize(2);
    assertThat(provider.asked).hasSize(3);
    assertThat(pull.receipt().returned().resources()).isEqualTo(2);
    assertThat(pull.receipt().isComplete()).isFalse();
    answer(whole.replace("[", "[" + entry("z") + ","));
    assertThat(ids(pull)).containsExactly("z");
    assertThat(pull.receipt().isComplete()).isTrue();
  }

  @Test
  void aProviderOutOfOrderForAMomentIsAskedAgain() {
    AtomicInteger times = new AtomicInteger();
    provider.records =
        exchange ->
            RecordsProvider.send(
                exchange,
                times.getAndIncrement() == 0 ? 503 : 200,
                page("\"entry\":[" + entry("a") + "]"));
    assertThat(ids(pull())).containsExactly("a");
  }

  @Test
  void goesOnInAnotherProcessAfterWhatWasHandedOut() {
    pages(
        page("\"total\":4,\"entry\":[" + entry("a") + "],\"link\":[" + next(2) + "]"),
        page(
            "\"total\":4,\"entry\":["
                + entry("a")
                + ","
                + entry("b")
                + ","
                + entry("c")
                + "],\"link\":["
                + next(3)
                + "]"),
        page("\"total\":4,\"entry\":[" + entry("b") + "," + entry("d") + "]"));
    Pull<HealthData> begun = pull();
    assertThat(begun.position()).isEmpty();
    assertThat(begun.stream().limit(2)).hasSize(2);
    String position = begun.position().orElseThrow();
    begun.close();
    assertThat(position).doesNotContain("Immunization");
    try (EidClient other = provider.client()) {
      Pull<HealthData> resumed = other.records().pull(request().resumingAt(position));
      assertThat(ids(resumed)).containsExactly("c", "d");
      assertThat(resumed.receipt().returned().resources()).isEqualTo(4);
      assertThat(resumed.receipt().returned().pages()).isEqualTo(3);
      assertThat(resumed.receipt().withheld()).isEmpty();
      assertThat(resumed.position()).isEmpty();
    }
    assertThat(provider.grants).last().asString().contains("\"pull\":\"p1\"");
    assertThat(provider.grants).first().asString().doesNotContain("\"pull\"");
  }

  @Test
  void aPositionIsOfOneConsentAndDataSetOnlyAndCannotBeChanged() {
    pages(page("\"entry\":[" + entry("a") + "," + entry("b") + "]"));
    Pull<HealthData> begun = pull();
    assertThat(begun.stream().limit(1)).hasSize(1);
    String position = begun.position().orElseThrow();
    PullRequest<HealthData> other =
        PullRequest.under(consent, Application.TREATMENT, HealthData.PATIENT_SUMMARY);
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> client.records().pull(other.resumingAt(position)))
        .satisfies(e -> assertThat(e.field()).isEqualTo("position"));
    assertThatExceptionOfType(vn.eid.UntrustedException.class)
        .isThrownBy(() -> client.records().pull(request().resumingAt(position.replace('A', 'B'))));
  }

  @Test
  void aTokenThatRanOutIsRenewedOncePerPageAndBelongsToTheSamePull() {
    AtomicInteger times = new AtomicInteger();
    HttpHandler pages =
        numbered(
            page("\"entry\":[" + entry("a") + "],\"link\":[" + next(2) + "]"),
            page("\"entry\":[" + entry("b") + "]"));
    provider.records =
        exchange -> {
          if (times.getAndIncrement() % 2 == 0) {
            RecordsProvider.send(exchange, 401, "{}");
          } else {
            pages.handle(exchange);
          }
        };
    assertThat(ids(pull())).containsExactly("a", "b");
    assertThat(provider.grants).hasSize(3);
    assertThat(provider.grants.subList(1, 3)).allMatch(grant -> grant.contains("\"p1\""));
    provider.records = exchange -> RecordsProvider.send(exchange, 401, "{}");
    assertThatExceptionOfType(vn.eid.ClientRejectedException.class)
        .isThrownBy(() -> pull().toList());
  }

  @Test
  void ofTwoThreadsOneGetsTheOneUse() throws Exception {
    provider.uses = 1;
    Consent.Active once = provider.consent(client);
    answer(page("\"entry\":[" + entry("a") + "]"));
    Callable<Boolean> read =
        () -> {
          try {
            return client.records().pull(request(once, HealthData.IMMUNIZATIONS)).toList().size()
                == 1;
          } catch (ConsentEndedException e) {
            assertThat(e.reason()).isEqualTo(EndCause.USED_UP);
            return false;
          }
        };
    assertThat(atOnce(8, read)).containsOnlyOnce(true);
    assertThat(provider.grants).hasSize(1);
  }

  @Test
  void aUseThatTheProviderRefusedIsGivenBackAndOneThatItMayHaveCountedIsNot() {
    provider.uses = 1;
    Consent.Active once = provider.consent(client);
    PullRequest<HealthData> request = request(once, HealthData.IMMUNIZATIONS);
    provider.refusal = "consent_requested";
    assertThatExceptionOfType(ConsentEndedException.class)
        .isThrownBy(() -> client.records().pull(request).toList());
    provider.refusal = "";
    provider.records = exchange -> RecordsProvider.send(exchange, 403, "{}");
    assertThatExceptionOfType(vn.eid.ClientRejectedException.class)
        .isThrownBy(() -> client.records().pull(request).toList());
    provider.records = HttpExchange::close;
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> client.records().pull(request).toList())
        .satisfies(e -> assertThat(e.mayHaveTakenEffect()).isTrue());
    assertThatExceptionOfType(ConsentEndedException.class)
        .isThrownBy(() -> client.records().pull(request))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(EndCause.USED_UP));
  }

  @Test
  void saysWhatIsWithheldAndWhy() {
    answer(
        page(
            "\"total\":5,\"entry\":["
                + entry("a")
                + ","
                + entry("b")
                    .replace("\"id\"", "\"meta\":{\"security\":[{\"code\":\"REDACTED\"}]},\"id\"")
                + ",{\"resource\":{\"resourceType\":\"OperationOutcome\",\"issue\":["
                + issue("citizen_hid", 3)
                + ","
                + issue("source_unreachable", 1)
                + ",{\"severity\":\"information\",\"code\":\"informational\"}]}}]"));
    Pull<HealthData> pull = pull();
    assertThat(pull.toList()).hasSize(2);
    PullReceipt receipt = pull.receipt();
    assertThat(receipt.redacted()).isEqualTo(1);
    assertThat(receipt.withheld())
        .extracting(Withheld::reason)
        .containsExactly(Reason.CITIZEN_HID, Reason.SOURCE_UNREACHABLE, Reason.UNEXPLAINED);
    assertThat(receipt.withheld().stream().map(w -> w.count().orElse(0)))
        .containsExactly(3L, 1L, 3L);
    assertThat(receipt.toJson())
        .contains(
            "\"reason\":\"CITIZEN_HID\",\"count\":3",
            "\"data_set\":\"immunizations\"",
            "\"complete\":true")
        .doesNotContain("Ẩn");
    assertThat(receipt.toString()).doesNotContain("Ẩn");
  }

  @Test
  void tellsWhichSectionsOfASummaryAreWithheld() {
    answer(
        "{\"resourceType\":\"Bundle\",\"type\":\"document\",\"entry\":[{\"resource\":{\"resourceType\":\"Composition\","
            + "\"section\":[{\"title\":\"Dị ứng\",\"emptyReason\":{\"coding\":[{\"code\":\"withheld\"}]}},{\"title\":\"Thuốc\"}]}}]}");
    Pull<HealthData> pull = client.records().pull(request(consent, HealthData.PATIENT_SUMMARY));
    assertThat(pull.toList()).hasSize(1);
    assertThat(pull.receipt().withheld()).hasSize(1);
    assertThat(pull.receipt().withheld().get(0).text()).contains("Dị ứng");
  }

  @Test
  void readsAnInsuranceCardAndAHousehold() {
    answer(
        "{\"card_number\":\"HS4010123456789\",\"social_insurance_number\":\"0123456789\",\"citizen_id\":\"099085000011\","
            + "\"benefit_level\":4,\"facility\":{\"code\":\"01001\",\"name\":\"Trạm y tế\"},\"valid_from\":\"2026-01-01\"}");
    CitizenData data =
        client.records().pull(request(consent, CitizenData.INSURANCE_CARD)).toList().get(0);
    InsuranceCard card = data.insuranceCard().orElseThrow();
    assertThat(card.cardNumber().map(InsuranceNumber::value)).contains("HS4010123456789");
    assertThat(card.benefitLevel()).hasValue(4);
    assertThat(card.facilityCode()).contains("01001");
    assertThat(data.citizenId()).isPresent();
    answer(
        "{\"relationship_to_head\":\"vợ\",\"head_name\":\"Nguyễn Văn An\",\"members\":[{\"name\":\"Trần Thị Bình\",\"relationship\":\"vợ\"}]}");
    Household household =
        client
            .records()
            .pull(request(consent, CitizenData.HOUSEHOLD))
            .toList()
            .get(0)
            .household()
            .orElseThrow();
    assertThat(household.headName()).isEqualTo("Nguyễn Văn An");
    assertThat(household.members()).hasSize(1);
  }

  @Test
  void aReadStandsInTheLedgerBeforeAnythingIsSentAndOnceAtTheEnd(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("ledger");
    answer(page("\"entry\":[" + entry("a") + "]"));
    try (EidClient audited = provider.builder(provider.clientKey()).auditLedger(file).build()) {
      Pull<HealthData> pull = audited.records().pull(request().askedBy("ward-3"));
      assertThat(file).isEmptyFile();
      assertThat(pull.toList()).hasSize(1);
      pull.close();
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(() -> audited.records().pull(request(consent, HealthData.CONDITIONS)));
    }
    assertThat(Files.readAllLines(file))
        .satisfiesExactly(
            line -> assertThat(line).contains("\"begun\"", "\"ward-3\"", "\"count\":0"),
            line -> assertThat(line).contains("\"ended\"", "\"complete\"", "\"count\":1"),
            line -> assertThat(line).contains("\"refused\"", "\"invalid_dataSet\""));
  }

  @Test
  void whatCannotBeWrittenDownIsNotRead(@TempDir Path folder) {
    try (EidClient audited =
        provider.builder(provider.clientKey()).auditLedger(folder.resolve("ledger")).build()) {
      audited.auditLedger().orElseThrow().close();
      assertThatExceptionOfType(UnavailableException.class)
          .isThrownBy(() -> audited.records().pull(request()).toList());
    }
    assertThat(provider.asked).isEmpty();
    assertThat(provider.grants).isEmpty();
  }

  private Pull<HealthData> pull() {
    return client.records().pull(request());
  }

  private PullRequest<HealthData> request() {
    return request(consent, HealthData.IMMUNIZATIONS);
  }

  private static <T> PullRequest<T> request(Consent.Active consent, DataSet<T> dataSet) {
    return PullRequest.under(consent, Application.TREATMENT, dataSet);
  }

  private static List<String> ids(Pull<HealthData> pull) {
    return pull.stream()
        .map(HealthData::json)
        .map(json -> json.replaceAll(".*\"id\":\"(.*?)\".*", "$1"))
        .toList();
  }

  private void answer(String json) {
    provider.records = exchange -> RecordsProvider.send(exchange, 200, json);
  }

  private void pages(String... pages) {
    provider.records = numbered(pages);
  }

  /** Page n for {@code p=n}, and the first for none. */
  static HttpHandler numbered(String... pages) {
    return exchange -> {
      String query = exchange.getRequestURI().getQuery();
      int number = query.startsWith("p=") ? Integer.parseInt(query.substring(2)) : 1;
      RecordsProvider.send(exchange, 200, pages[number - 1]);
    };
  }

  static String page(String members) {
    return "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"," + members + "}";
  }

  static String next(int page) {
    return "{\"relation\":\"next\",\"url\":\"Immunization?p=" + page + "\"}";
  }

  static String entry(String id) {
    return "{\"resource\":{\"resourceType\":\"Immunization\",\"id\":\""
        + id
        + "\",\"patient\":{\"reference\":\"Patient/1\"}}}";
  }

  private static String issue(String reason, int count) {
    return "{\"severity\":\"information\",\"code\":\"suppressed\",\"details\":{\"coding\":[{\"system\":\"urn:eid:withheld-reason\",\"code\":\""
        + reason
        + "\"}],\"text\":\"Ẩn\"},\"extension\":[{\"url\":\"urn:eid:withheld-count\",\"valueUnsignedInt\":"
        + count
        + "}]}";
  }
}
