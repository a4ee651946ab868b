package vn.eid.population;

import java.time.Instant;
import java.util.List;
import vn.eid.InvalidRequestException;
import vn.eid.UntrustedException;
import vn.eid.internal.Operation;
import vn.eid.internal.jose.GivenKeys;
import vn.eid.internal.jose.KeySet;

/**
 * What the population register signed about a check: when it answered, what, to which question, on
 * whose behalf. It names no person and holds none of their data: the number of your file in {@link
 * AuditContext#reason()} says whom it is about. Keep it as {@link #toJws} gives it, with the
 * registry's public keys of its time ({@code consents().registryKeys()}).
 *
 * <p>This class is immutable and thread-safe.
 */
public final class CheckReceipt {
  private final String jws;
  private final boolean matched;
  private final String recipient;
  private final Instant answeredAt;
  private final List<Statement> statements;
  private final AuditContext audit;

  CheckReceipt(
      String jws,
      boolean matched,
      String recipient,
      Instant answeredAt,
      List<Statement> statements,
      AuditContext audit) {
    this.jws = jws;
    this.matched = matched;
    this.recipient = recipient;
    this.answeredAt = answeredAt;
    this.statements = List.copyOf(statements);
    this.audit = audit;
  }

  /**
   * Verifies what {@link #toJws} wrote, without asking anybody, at any later time. What it proves
   * is what the registry said then: a person may have moved or died since.
   *
   * @param registryKeys the registry's public keys of that time (JWK set, RFC 7517, section 5)
   * @throws UntrustedException where it was changed, is no such receipt, or signed by somebody else
   * @throws InvalidRequestException where the key set is none
   */
  public static CheckReceipt verify(String jws, String registryKeys) {
    Operation operation = Operation.named("checkReceipt.verify");
    KeySet keys = GivenKeys.of(operation, "registryKeys", registryKeys).keys();
    return new ReceiptReader(operation, keys).read(jws).receipt();
  }

  /** Whether the register said that all of it holds; otherwise that it does not, or nobody is. */
  public boolean isMatched() {
    return matched;
  }

  /** The client id of the application that asked. */
  public String recipient() {
    return recipient;
  }

  /** When the register answered. */
  public Instant answeredAt() {
    return answeredAt;
  }

  /** What was asked beside number, name and birth date. */
  public List<Statement> statements() {
    return statements;
  }

  /** On whose behalf, and why. */
  public AuditContext audit() {
    return audit;
  }

  /** The receipt as the registry signed it (compact JWS, RFC 7515), to be kept as it is. */
  public String toJws() {
    return jws;
  }

  @Override
  public String toString() {
    return "CheckReceipt[answeredAt=" + answeredAt + "]";
  }
}
