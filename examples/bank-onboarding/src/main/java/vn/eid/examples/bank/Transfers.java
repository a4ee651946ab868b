package vn.eid.examples.bank;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Transfers as they lie in the database; only {@link Payments} moves money. */
@Repository
class Transfers {
  private static final String TRANSFER =
      """
      select t.id, t.payer, p.holder payer_name, t.payee, q.holder payee_name, t.amount, t.message,
        t.prepared_at, t.done_at
      from transfer t join account p on p.number = t.payer join account q on q.number = t.payee
      """;

  private final JdbcClient database;
  private final Clock clock;

  Transfers(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Notes a transfer that waits to be confirmed. */
  UUID prepare(String payer, TransferForm.Order order) {
    UUID id = UUID.randomUUID();
    database
        .sql(
            """
            insert into transfer (id, payer, payee, amount, message, prepared_at)
            values (:id, :payer, :payee, :amount, :message, :now)
            """)
        .param("id", id)
        .param("payer", payer)
        .param("payee", order.payee())
        .param("amount", order.amount())
        .param("message", order.message())
        .param("now", OffsetDateTime.now(clock))
        .update();
    return id;
  }

  /** A transfer that leaves this account; another's is not found. */
  Optional<Transfer> find(UUID id, String payer) {
    return database
        .sql(TRANSFER + "where t.id = :id and t.payer = :payer")
        .param("id", id)
        .param("payer", payer)
        .query(Transfer.class)
        .optional();
  }

  List<Transfer> waiting(String payer) {
    return database
        .sql(TRANSFER + "where t.payer = :payer and t.done_at is null order by t.prepared_at")
        .param("payer", payer)
        .query(Transfer.class)
        .list();
  }

  /** The latest that were done, either way. */
  List<Transfer> latest(String account) {
    return database
        .sql(
            TRANSFER
                + """
                where :account in (t.payer, t.payee) and t.done_at is not null
                order by t.done_at desc, t.prepared_at desc limit 20
                """)
        .param("account", account)
        .query(Transfer.class)
        .list();
  }

  long sentToday(String payer) {
    return database
        .sql(
            "select coalesce(sum(amount), 0) from transfer where payer = :payer and done_at >= :day")
        .param("payer", payer)
        .param("day", VietnamTime.startOfToday(clock))
        .query(Long.class)
        .single();
  }

  /** Whether a transfer that is done was what this recognition was for. */
  boolean isUsed(String payer, Instant recognised) {
    return database
        .sql(
            """
            select exists (
              select from transfer where payer = :payer and recognised_at = :recognised)
            """)
        .param("payer", payer)
        .param("recognised", recognised.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  /**
   * Whether it was there to be finished: it may have been cancelled in this moment.
   *
   * @param recognised what it uses up, where it is large
   */
  boolean finish(UUID id, Optional<Instant> recognised) {
    return database
            .sql(
                """
                update transfer set done_at = :now, recognised_at = :recognised
                where id = :id and done_at is null
                """)
            .param("now", OffsetDateTime.now(clock))
            .param(
                "recognised",
                recognised.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null),
                Types.TIMESTAMP_WITH_TIMEZONE)
            .param("id", id)
            .update()
        == 1;
  }

  void cancel(UUID id, String payer) {
    database
        .sql("delete from transfer where id = :id and payer = :payer and done_at is null")
        .param("id", id)
        .param("payer", payer)
        .update();
  }
}
