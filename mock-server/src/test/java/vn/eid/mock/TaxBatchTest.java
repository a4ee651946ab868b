package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.eid.mock.Batch.ordinary;
import static vn.eid.mock.Batch.row;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxBatchTest extends RecipientTest {
  private JsonNode one(Map<String, Object> row) {
    return Batch.results(new Batch().with(row).send(recipient)).iterator().next();
  }

  @Test
  void eachRowHasItsOwnResult() {
    Batch batch =
        new Batch()
            .with(ordinary("a"))
            .with(row("b", "099187000145", "Lý Thị Quyên", "1987-05-05"))
            .with(row("c", "099195000077", "Hoàng Thu Hà", "1995-09-15"))
            .with(row("d", "099203000088", "Bùi Khánh", "2003-12-01"))
            .with(row("e", "099091000156", "Hồ Sơn", "1991-03-03"))
            .with(row("f", "099085000011", "Nguyễn Văn An", "12/03/1985"));
    Answer answer = batch.send(recipient);
    assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
    JsonNode results = Batch.results(answer);
    assertThat(results).hasSize(6);
    assertThat(results.path("a").path("result").asText()).isEqualTo("linked");
    assertThat(results.path("b").at("/status/reason").asText()).isEqualTo("02");
    assertThat(results.path("c").path("fields").toString()).isEqualTo("[\"full_name\"]");
    assertThat(results.path("d")).hasToString("{\"row_key\":\"d\",\"result\":\"not_found\"}");
    assertThat(results.path("e").path("case_number").asText()).matches("TX-20[0-9]{2}-000123");
    assertThat(results.path("f"))
        .hasToString(
            "{\"row_key\":\"f\",\"result\":\"invalid\",\"field\":\"birth_date\","
                + "\"code\":\"invalid_request\"}");
  }

  @Test
  void aLinkedRowHasTheMembersOfALink() {
    Map<String, Object> row = row("a", "099079000066", "VÕ GIANG", "1979-01-30");
    row.put("old_tax_codes", List.of("8999999018"));
    JsonNode linked = one(row);
    JsonNode link =
        recipient
            .link(
                Map.of(
                    "citizen_id",
                    "099079000066",
                    "full_name",
                    "Võ Giang",
                    "birth_date",
                    "1979-01-30"))
            .json();
    assertThat(linked.path("merged").toString()).isEqualTo("[\"8999999018\"]");
    for (String member : List.of("tax_code", "merged", "status", "linked_at")) {
      assertThat(linked.path(member)).isEqualTo(link.path(member));
    }
    assertThat(link.path("result").asText()).isEqualTo("already_linked");
  }

  @Test
  void resultsComeInAnotherOrder() {
    Batch batch = new Batch();
    for (int i = 0; i < 10; i++) {
      batch.with(ordinary("row-" + i));
    }
    String body = batch.send(recipient).isOk().body();
    assertThat(body).doesNotStartWith("{\"row_key\":\"row-0\"").endsWith("}\n");
    assertThat(body.lines()).hasSize(10);
  }

  @ParameterizedTest
  @CsvSource({
    "citizen_id, 12, citizen_id, invalid_request",
    "citizen_id, 001x99000011, citizen_id, invalid_request",
    "full_name, ' ', full_name, invalid_request",
    "birth_date, 1985-02-30, birth_date, invalid_request",
    "old_tax_codes, 8999999018, old_tax_codes, invalid_request"
  })
  void aBadMemberIsTheRowsResult(String member, String value, String field, String code) {
    Map<String, Object> row = ordinary("a");
    row.put(member, value);
    JsonNode result = one(row);
    assertThat(result.path("result").asText()).isEqualTo("invalid");
    assertThat(result.path("field").asText()).isEqualTo(field);
    assertThat(result.path("code").asText()).isEqualTo(code);
  }

  @Test
  void aMissingMemberAndAWrongCheckDigitAreTheRowsResultToo() {
    Map<String, Object> withoutName = ordinary("a");
    withoutName.remove("full_name");
    assertThat(one(withoutName).path("field").asText()).isEqualTo("full_name");
    Map<String, Object> wrongCode = ordinary("b");
    wrongCode.put("old_tax_codes", List.of("8999999019"));
    assertThat(one(wrongCode).path("field").asText()).isEqualTo("old_tax_codes");
  }

  @Test
  void aNumberThatCouldBeARealPersonsIsTheRowsResult() {
    JsonNode result = one(row("a", "001" + "399000011", "Nguyễn Văn An", "1985-03-12"));
    assertThat(result.path("code").asText()).isEqualTo("not_synthetic");
  }

  @Test
  void theSameRowIsDoneOnceWhateverTheBatch() {
    JsonNode first = one(ordinary("a"));
    JsonNode later =
        Batch.results(
            new Batch()
                .with(row("z", "099203000088", "Bùi Khánh", "2003-12-01"))
                .with(ordinary("a"))
                .send(recipient));
    assertThat(later.path("a")).isEqualTo(first);
    assertThat(later.path("a").path("result").asText()).isEqualTo("linked");
    assertThat(mock.rowsReceived()).isEqualTo(3);
    assertThat(mock.rowsDone()).isEqualTo(2);
    assertThat(mock.timesLinked(ORDINARY)).isEqualTo(1);
    assertThat(mock.linksMade()).isEqualTo(1);
  }

  @Test
  void anotherRowUnderTheSameKeyIsRefused() {
    one(ordinary("a"));
    JsonNode result = one(row("a", ORDINARY, "Nguyễn Văn Ân", "1985-03-12"));
    assertThat(result.path("field").asText()).isEqualTo("row_key");
    assertThat(result.path("code").asText()).isEqualTo("row_key_reused");
    assertThat(one(ordinary("a")).path("result").asText()).isEqualTo("linked");
  }

  @Test
  void aRowKeyMeansOneRowForADay() {
    one(ordinary("a"));
    mock.advance(Duration.ofHours(23));
    assertThat(one(ordinary("a")).path("result").asText()).isEqualTo("linked");
    mock.advance(Duration.ofHours(1));
    assertThat(one(ordinary("a")).path("result").asText()).isEqualTo("already_linked");
    assertThat(mock.timesLinked(ORDINARY)).isEqualTo(2);
  }

  @Test
  void rememberedResultsOfOtherKindsAreTheSameToo() {
    Batch batch =
        new Batch()
            .with(row("c", "099195000077", "Hoàng Thu Hà", "1995-09-15"))
            .with(row("e", "099091000156", "Hồ Sơn", "1991-03-03"))
            .with(row("f", "099085000011", "Nguyễn Văn An", "12/03/1985"));
    String first = batch.send(recipient).body();
    assertThat(batch.send(recipient).body()).isEqualTo(first);
    assertThat(mock.rowsDone()).isEqualTo(3);
  }

  @Test
  void theSameIdempotencyKeyAndBodyIsTheSameBatch() {
    Batch batch = new Batch().with(ordinary("a"));
    String first = batch.send(recipient, "key-1").isOk().body();
    mock.limitTaxRows(1);
    assertThat(batch.send(recipient, "key-1").body()).isEqualTo(first);
    new Batch()
        .with(ordinary("b"))
        .send(recipient, "key-1")
        .isProblem(422, "idempotency_key_reused", "new key");
    assertThat(mock.batchesReceived()).isEqualTo(2);
  }

  @Test
  void linksByBatchAndOneByOneAreTheSameLinks() {
    recipient
        .link(
            Map.of(
                "citizen_id", ORDINARY, "full_name", "Nguyễn Văn An", "birth_date", "1985-03-12"))
        .isOk();
    assertThat(one(ordinary("a")).path("result").asText()).isEqualTo("already_linked");
    assertThat(mock.linksMade()).isEqualTo(1);
    assertThat(mock.timesLinked(ORDINARY)).isEqualTo(2);
    assertThat(mock.timesLinked("099203000088")).isZero();
  }

  @Test
  void rowsAreCountedAgainstTheLimit() {
    mock.limitTaxRows(2);
    Batch two = new Batch().with(ordinary("a")).with(ordinary("b"));
    two.send(recipient, "key-1").isOk();
    Answer busy = new Batch().with(ordinary("c")).send(recipient, "key-2");
    busy.isProblem(429, "rate_limited", "nothing was done");
    assertThat(busy.header("Retry-After")).isEqualTo("1");
    assertThat(mock.rowsReceived()).isEqualTo(2);
    mock.advance(Duration.ofSeconds(1));
    new Batch().with(ordinary("c")).send(recipient, "key-2").isOk();
  }

  @Test
  void aBatchLargerThanTheLimitPassesAndTheNextWaitsTheLonger() {
    mock.limitTaxRows(1);
    new Batch().with(ordinary("a")).with(ordinary("b")).with(ordinary("c")).send(recipient).isOk();
    Answer busy = new Batch().with(ordinary("d")).send(recipient);
    assertThat(busy.header("Retry-After")).isEqualTo("3");
  }

  @Test
  void aSlowBatchIsFetchedLater() {
    mock.slowBatches(Duration.ofMinutes(1));
    Answer later = new Batch().with(ordinary("a")).send(recipient, "key-1").isOk();
    String id = later.text("batch_id");
    assertThat(later.status()).isEqualTo(202);
    assertThat(later.json().path("rows").asInt()).isEqualTo(1);
    assertThat(Integer.parseInt(later.header("Retry-After"))).isBetween(1, 60);
    assertThat(later.header("Location"))
        .isEqualTo(mock.issuer() + "/tax/v1/batches/" + id + "/results");
    assertThat(Batch.results(recipient, id).status()).isEqualTo(202);
    mock.advance(Duration.ofMinutes(1));
    Answer done = Batch.results(recipient, id);
    assertThat(Batch.results(done).path("a").path("result").asText()).isEqualTo("linked");
    assertThat(new Batch().with(ordinary("a")).send(recipient, "key-1").body())
        .isEqualTo(done.body());
    assertThat(mock.rowsDone()).isEqualTo(1);
  }

  @Test
  void slowBatchesFinishInAnotherOrder() {
    mock.slowBatches(Duration.ofHours(1));
    Set<String> waits = new LinkedHashSet<>();
    for (int i = 0; i < 8; i++) {
      waits.add(new Batch().with(ordinary("row-" + i)).send(recipient).header("Retry-After"));
    }
    List<Integer> order = waits.stream().map(Integer::valueOf).toList();
    assertThat(order).hasSizeGreaterThan(5).isNotEqualTo(order.stream().sorted().toList());
  }

  @Test
  void sixteenBatchesAreEnoughAtOnce() {
    mock.slowBatches(Duration.ofHours(1));
    for (int i = 0; i < 16; i++) {
      new Batch().with(ordinary("row-" + i)).send(recipient).isOk();
    }
    Answer busy = new Batch().with(ordinary("one-more")).send(recipient);
    busy.isProblem(429, "too_many_batches", "nothing was done");
    assertThat(busy.header("Retry-After")).isNotEqualTo("0");
    mock.advance(Duration.ofHours(1));
    new Batch().with(ordinary("one-more")).send(recipient).isOk();
  }

  @Test
  void aBatchIsItsClientsAndOfADay() {
    mock.slowBatches(Duration.ofSeconds(1));
    String id = new Batch().with(ordinary("a")).send(recipient).text("batch_id");
    String other = recipient.tokenOfAnotherClient(Set.of("tax_link"), Optional.empty());
    recipient
        .get(Batch.PATH + "/" + id + "/results", other)
        .isProblem(404, "batch_not_found", "No batch");
    mock.advance(Duration.ofHours(24));
    Batch.results(recipient, id).isProblem(404, "batch_not_found", "older than a day");
  }

  @Test
  void resetForgetsBatchesAndRows() {
    one(ordinary("a"));
    mock.limitTaxRows(1);
    mock.slowBatches(Duration.ofHours(1));
    mock.reset();
    assertThat(mock.rowsReceived() + mock.rowsDone() + mock.batchesReceived() + mock.linksMade())
        .isZero();
    assertThat(one(row("a", "099203000088", "Bùi Khánh", "2003-12-01")).path("result").asText())
        .isEqualTo("not_found");
  }

  @Test
  void aGeneratedCitizenRemembersWhatATestDoesToThem() {
    try (EidMock nation = EidMock.start(MockOptions.defaults().generate(100_000_000, 9))) {
      String number = nation.payroll(1).findFirst().orElseThrow().citizenId();
      nation.citizen(number).locksAccount();
      assertThat(nation.state().citizens().find(number).orElseThrow().locked()).isTrue();
      nation.reset();
      assertThat(nation.state().citizens().find(number).orElseThrow().locked()).isFalse();
      assertThat(nation.citizens()).hasSizeLessThan(30);
    }
  }
}
