package vn.eid.examples.bank;

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
    @Nullable OffsetDateTime doneAt) {

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
