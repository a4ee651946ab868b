package vn.eid.examples.bank;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves money, each time in one transaction that holds both accounts. */
@Service
class Payments {
  /** How a transfer stands. */
  enum Standing {
    READY,
    NEEDS_STEP_UP,
    NOT_ENOUGH,
    BLOCKED,
    EXPIRED,
    CANCELLED,
    DONE
  }

  private final JdbcClient database;
  private final Accounts accounts;
  private final Transfers transfers;
  private final Clock clock;

  Payments(JdbcClient database, Accounts accounts, Transfers transfers, Clock clock) {
    this.database = database;
    this.accounts = accounts;
    this.transfers = transfers;
    this.clock = clock;
  }

  /**
   * Carries a transfer out, once however often this is called.
   *
   * @param recognised when the citizen was, as {@link StepUpRule#recognition} says
   * @return {@code DONE}, or why not
   */
  @Transactional
  public Standing carryOut(Transfer asked, Optional<Instant> recognised) {
    accounts.hold(asked.payer(), asked.payee());
    // Looked at once more: another press may have been quicker.
    Optional<Transfer> transfer = transfers.find(asked.id(), asked.payer());
    Standing standing = transfer.map(one -> standing(one, recognised)).orElse(Standing.CANCELLED);
    if (standing != Standing.READY) {
      return standing;
    }
    if (!transfers.finish(asked.id(), recognised.filter(at -> isLarge(asked)))) {
      return Standing.CANCELLED;
    }
    accounts.add(asked.payer(), -asked.amount());
    accounts.add(asked.payee(), asked.amount());
    return Standing.DONE;
  }

  /** The same question without doing anything. */
  @Transactional
  public Standing standing(Transfer transfer, Optional<Instant> recognised) {
    if (transfer.isDone()) {
      return Standing.DONE;
    }
    if (transfer.isExpired(clock.instant())) {
      return Standing.EXPIRED;
    }
    if (isBlocked(transfer.payer())) {
      return Standing.BLOCKED;
    }
    if (accounts.find(transfer.payer()).orElseThrow().balance() < transfer.amount()) {
      return Standing.NOT_ENOUGH;
    }
    return isLarge(transfer) && recognised.filter(at -> serves(at, transfer)).isEmpty()
        ? Standing.NEEDS_STEP_UP
        : Standing.READY;
  }

  private boolean isLarge(Transfer transfer) {
    return StepUpRule.wants(transfer.amount(), transfers.sentToday(transfer.payer()));
  }

  private boolean serves(Instant recognised, Transfer transfer) {
    return StepUpRule.isFor(transfer.preparedAt().toInstant(), recognised)
        && !transfers.isUsed(transfer.payer(), recognised);
  }

  /** Held, so that once the event of a lock is answered for, no transfer slips through. */
  private boolean isBlocked(String payer) {
    return database
        .sql(
            """
            select c.blocked_at is not null
            from customer c join account a on a.customer_id = c.id
            where a.number = :number for share of c
            """)
        .param("number", payer)
        .query(Boolean.class)
        .single();
  }
}
