package vn.eid.diagnosis;

import java.net.URI;
import java.util.List;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.jose.SigningKey;

/**
 * A report on what stands between this application and its provider, in order from this server
 * outwards. One cause is one {@linkplain Finding.Verdict#PROBLEM problem}; what fails because of it
 * is not checked and points to it.
 *
 * <p>{@link #toString} gives it as plain text for a ticket. There is no secret in it: no key,
 * proof, assertion, token or nonce; the ids, addresses and error codes in it are public. This class
 * is immutable and thread-safe.
 */
public final class Diagnosis {
  private final String title;
  private final List<Finding> findings;

  private Diagnosis(String title, List<Finding> findings) {
    this.title = title;
    this.findings = findings;
  }

  /** Made by {@link vn.eid.EidClient#diagnose}. */
  @SuppressWarnings("exports")
  public static Diagnosis of(Connection connection, SigningKey key, List<URI> callbacks) {
    Setting setting = new Setting(connection, key, Operation.named("diagnose"));
    return new Diagnosis(setting.title(), new Examination(setting, callbacks).findings());
  }

  /** Everything that was looked at, in order. */
  public List<Finding> findings() {
    return findings;
  }

  /** The causes of failure, in order. */
  public List<Finding> problems() {
    return findings.stream().filter(Finding::isProblem).toList();
  }

  /** Whether no cause of failure was found. What could not be checked does not count. */
  public boolean isHealthy() {
    return problems().isEmpty();
  }

  /** The report as plain text, in lines of up to 100 characters where words allow it. */
  @Override
  public String toString() {
    return Printout.of(title, findings);
  }
}
