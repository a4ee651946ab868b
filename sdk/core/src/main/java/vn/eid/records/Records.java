package vn.eid.records;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import vn.eid.audit.AuditLedger;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;

/**
 * Pulls health records (FHIR R4) and citizen data under an active consent.
 *
 * <p>What the consent's signed receipt does not cover is refused before any request leaves the
 * process, and so is what this process knows to have ended or to be used up; the provider checks
 * again. This class is thread-safe.
 */
public final class Records {
  private static final int KEY_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Connection connection;
  private final Journal journal;

  /** Made by {@link vn.eid.EidClient#records()}. */
  @SuppressWarnings("exports")
  public Records(Connection connection, Optional<AuditLedger> ledger) {
    this.connection = connection;
    this.journal = new Journal(ledger);
  }

  /**
   * Begins a pull. Nothing is sent yet: that is done as its stream is read. Where the citizen
   * counted the uses, this pull is one from now on, unless it is closed before anything came.
   *
   * @throws vn.eid.InvalidRequestException where the consent does not cover the purpose, the data
   *     set or the period, see {@code field()}; or the position to resume at is of something else
   * @throws vn.eid.ConsentEndedException where the consent expired, is used up, or ended as far as
   *     this process knows, see {@code reason()}
   */
  public <T> Pull<T> pull(PullRequest<T> request) {
    Operation operation = Operation.named("records.pull");
    try {
      return begun(operation, request);
    } catch (RuntimeException e) {
      journal.refused(operation, request, e);
      throw e;
    }
  }

  private <T> Pull<T> begun(Operation operation, PullRequest<T> request) {
    Course course =
        request
            .position
            .map(text -> new SealedPosition(operation, connection, request).open(text))
            .orElseGet(() -> new Course(operation, freshKey(), new Tally()));
    String name = Base64.getEncoder().encodeToString(course.key());
    Use use = new Use(connection.knownConsents(), request, name, course.page().isPresent());
    new PullChecks(operation, connection, request).verify(use);
    PullLog log = new PullLog(journal, operation, request, course.tally());
    return new Pull<>(operation, connection, request, course, use, log);
  }

  private static byte[] freshKey() {
    byte[] key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    return key;
  }
}
