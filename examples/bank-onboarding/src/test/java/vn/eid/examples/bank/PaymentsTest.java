package vn.eid.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.eid.examples.bank.Payments.Standing;

@BankTest
class PaymentsTest {
  private static final Optional<Instant> NEVER = Optional.empty();

  @Autowired private JdbcClient database;
  @Autowired private Transfers transfers;
  @Autowired private Payments payments;

  @BeforeEach
  void twoCustomers() {
    TestDatabase.empty(database);
    customer("8000000001", 50_000_000);
    customer("8000000002", 50_000_000);
  }

  @Test
  void oneTransferConfirmedByManyAtOnceIsDoneOnceAndSaidToBe() throws Exception {
    Transfer before = prepared("8000000001", "1000000001", 10_000_000);
    assertThat(payments.carryOut(before, NEVER)).isEqualTo(Standing.DONE);
    Transfer transfer = prepared("8000000001", "1000000001", 10_000_000);
    assertThat(atOnce(one -> payments.carryOut(transfer, NEVER))).containsOnly(Standing.DONE);
    assertThat(balance("8000000001")).isEqualTo(30_000_000);
    assertThat(balance("1000000001")).isEqualTo(20_000_000);
  }

  @Test
  void whatWasCancelledMeanwhileIsNotDone() {
    Transfer transfer = prepared("8000000001", "1000000001", 1_000_000);
    transfers.cancel(transfer.id(), transfer.payer());
    assertThat(payments.carryOut(transfer, recognised(1))).isEqualTo(Standing.CANCELLED);
    assertThat(balance("1000000001")).isZero();
  }

  @Test
  void manyTransfersAtOnceNeverPassTheDaysTotalWithoutAStepUp() throws Exception {
    List<Standing> standings =
        atOnce(one -> payments.carryOut(prepared("8000000001", "1000000001", 9_000_000), NEVER));
    assertThat(standings).containsOnly(Standing.DONE, Standing.NEEDS_STEP_UP);
    assertThat(balance("1000000001")).isEqualTo(18_000_000);
  }

  @Test
  void oneRecognitionServesOneOfManyLargeTransfersAtOnce() throws Exception {
    Optional<Instant> once = recognised(1);
    List<Standing> standings =
        atOnce(one -> payments.carryOut(prepared("8000000001", "1000000001", 10_000_001), once));
    assertThat(standings).containsOnlyOnce(Standing.DONE).contains(Standing.NEEDS_STEP_UP);
    assertThat(balance("1000000001")).isEqualTo(10_000_001);
  }

  @Test
  void aSmallTransferUsesNoRecognitionUp() {
    Optional<Instant> once = recognised(1);
    for (long amount : List.of(1_000L, 12_000_000L)) {
      Transfer transfer = prepared("8000000001", "1000000001", amount);
      assertThat(payments.carryOut(transfer, once)).isEqualTo(Standing.DONE);
    }
  }

  @Test
  void anOrderIsForgottenAfterHalfAnHour() {
    Transfer transfer = prepared("8000000001", "1000000001", 1_000_000);
    database.sql("update transfer set prepared_at = prepared_at - interval '31 minutes'").update();
    assertThat(payments.carryOut(transfer, NEVER)).isEqualTo(Standing.EXPIRED);
    assertThat(balance("1000000001")).isZero();
  }

  @Test
  void manyTransfersAtOnceNeverOverdraw() throws Exception {
    List<Standing> standings =
        atOnce(
            one ->
                payments.carryOut(
                    prepared("8000000001", "1000000001", 20_000_000), recognised(one)));
    assertThat(standings).containsOnly(Standing.DONE, Standing.NOT_ENOUGH);
    assertThat(balance("8000000001")).isEqualTo(10_000_000);
  }

  @Test
  void twoWhoPayEachOtherDoNotWaitForEachOther() throws Exception {
    List<Standing> standings =
        atOnce(
            one ->
                one % 2 == 0
                    ? payments.carryOut(prepared("8000000001", "8000000002", 1_000), NEVER)
                    : payments.carryOut(prepared("8000000002", "8000000001", 1_000), NEVER));
    assertThat(standings).containsOnly(Standing.DONE);
    assertThat(balance("8000000001") + balance("8000000002")).isEqualTo(100_000_000);
  }

  private static List<Standing> atOnce(Function<Integer, Standing> act) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Standing>> all =
          IntStream.range(0, 16).mapToObj(i -> threads.submit(() -> act.apply(i))).toList();
      List<Standing> standings = new ArrayList<>();
      for (Future<Standing> one : all) {
        standings.add(one.get());
      }
      return standings;
    } finally {
      threads.shutdownNow();
    }
  }

  /** At the provider, some seconds after this. */
  private static Optional<Instant> recognised(int seconds) {
    return Optional.of(Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5L + seconds));
  }

  private Transfer prepared(String payer, String payee, long amount) {
    UUID id = transfers.prepare(payer, new TransferForm.Order(payee, amount, ""));
    return transfers.find(id, payer).orElseThrow();
  }

  private void customer(String number, long balance) {
    database
        .sql(
            """
            with one as (
              insert into customer (subject, full_name, citizen_id, birth_date, identified_at)
              values (:number, 'NGƯỜI THỬ', '099085000011', '1985-03-12', now()) returning id)
            insert into account (number, holder, customer_id, balance, opened_at)
            select :number, 'NGƯỜI THỬ', id, :balance, now() from one
            """)
        .param("number", number)
        .param("balance", balance)
        .update();
  }

  private long balance(String number) {
    return database
        .sql("select balance from account where number = :number")
        .param("number", number)
        .query(Long.class)
        .single();
  }
}
