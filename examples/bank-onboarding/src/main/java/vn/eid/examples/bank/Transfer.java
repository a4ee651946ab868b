package vn.eid.examples.bank;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A transfer: prepared, and then done or not. */
record Transfer(
    UUID id,
    String payer,
    String payerName,
    String payee,
    String payeeName,
    long amount,
    String message,
    OffsetDateTime preparedAt,
    @Nullable OffsetDateTime doneAt) {

  /** What is not confirmed in this time is ordered anew: its payee and amount are forgotten. */
  private static final Duration CONFIRMED_WITHIN = Duration.ofMinutes(30);

  boolean isExpired(Instant now) {
    return preparedAt.toInstant().plus(CONFIRMED_WITHIN).isBefore(now);
  }

  public boolean isDone() {
    return doneAt != null;
  }

  /** When it was done, for people to read. */
  public @Nullable ZonedDateTime doneHere() {
    return doneAt == null ? null : doneAt.atZoneSameInstant(VietnamTime.ZONE);
  }

  @Override
  public String toString() {
    return "Transfer[" + id + "]";
  }
}
