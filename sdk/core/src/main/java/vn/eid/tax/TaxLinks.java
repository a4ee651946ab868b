package vn.eid.tax;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.eid.TaxCode;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.PlainWord;
import vn.eid.internal.disk.Disk;
import vn.eid.login.Claim;
import vn.eid.login.Identity;

/**
 * Links citizens' numbers with their tax codes (mã số thuế), and tells how a code stands. Since 1
 * July 2025 the citizen number is the tax code of an individual; older codes are brought into it
 * (Law 108/2025/QH15; Circular 90/2026/TT-BTC, in force since 1 July 2026).
 *
 * <p>This class is thread-safe.
 */
public final class TaxLinks {
  private static final Duration FORCE_EVERY = Duration.ofSeconds(2);

  private final Connection connection;

  /** Made by {@link vn.eid.EidClient#taxLinks()}. */
  @SuppressWarnings("exports")
  public TaxLinks(Connection connection) {
    this.connection = connection;
  }

  /**
   * Links the citizen who has just logged in. Each call is a request of its own; to be able to
   * repeat one after a lost answer, make a {@link LinkRequest} and keep it.
   *
   * @throws vn.eid.InvalidRequestException where the login did not ask for citizen number, name and
   *     birth date
   */
  public LinkResult link(Identity identity) {
    Operation operation = Operation.named("taxLinks.link");
    return link(
        operation,
        LinkRequest.of(
            identity.citizenId().orElseThrow(() -> missing(operation, Claim.CITIZEN_ID)),
            identity.name().orElseThrow(() -> missing(operation, Claim.NAME)),
            identity.birthDate().orElseThrow(() -> missing(operation, Claim.BIRTH_DATE))));
  }

  /**
   * Links a citizen. Calling again with the same object gives the same result.
   *
   * @throws vn.eid.InvalidRequestException where the number does not belong to this environment
   * @throws vn.eid.UntrustedException where the registry answers about another citizen
   */
  public LinkResult link(LinkRequest request) {
    return link(Operation.named("taxLinks.link"), request);
  }

  /**
   * Links many people: reads rows, sends them in batches, and writes what comes of each, in the
   * order of the rows and in constant memory. One bad row never stops the others.
   *
   * <p>Each row is linked exactly once, and its result is in the file exactly once, also where this
   * process is killed or the machine loses power at any moment: call again with {@link
   * BulkLink#resuming()}. What was written stays. Asked for again are the chunks that were under
   * way or answered and not yet taken, at most three for each one {@link BulkLink#atOnce}, and what
   * was written in the last two seconds where the power went; the registry answers those from
   * memory for 24 hours and does nothing twice. What it made later than that comes out as {@link
   * RowOutcome#ALREADY_LINKED}.
   *
   * <p>The calls are made on threads of its own; this one reads, writes and reports.
   *
   * @throws vn.eid.InvalidRequestException before anything is sent where the results file exists
   *     already or may not be written, a column is missing, or a finished part of the rows was
   *     changed
   * @throws vn.eid.ClientRejectedException where the provider does not accept this application: a
   *     new job has no file then
   * @throws vn.eid.UnavailableException where the registry gave no answer for longer than the job's
   *     patience, or the disk failed: the job can be resumed
   * @throws vn.eid.RateLimitedException where it took no rows for as long: the job can be resumed
   * @throws vn.eid.UntrustedException where an answer is about somebody who was not asked for, or
   *     contradicts itself; nothing of that answer was written, and the job can be resumed
   * @throws InterruptedException where this thread is interrupted: the job can be resumed
   */
  public BulkSummary link(BulkLink job) throws InterruptedException {
    return link(job, Disk.real(), FORCE_EVERY);
  }

  BulkSummary link(BulkLink job, Disk disk, Duration forceEvery) throws InterruptedException {
    return new BulkLinking(connection, disk, forceEvery, job).run();
  }

  /**
   * How a tax code stands now: of a person, an organisation or a dependent unit. Empty where the
   * registry does not list it.
   *
   * @throws vn.eid.InvalidRequestException where an individual's code does not belong to this
   *     environment
   * @throws vn.eid.UntrustedException where the registry answers about another code
   */
  public Optional<TaxStatus> status(TaxCode code) {
    Operation operation = Operation.named("taxLinks.status");
    connection.admitToSend(operation, code);
    return new StatusAnswer(operation, connection, code).status(registry(operation).status(code));
  }

  /**
   * What happened to a tax code, the oldest first; at most 200 events. Empty where the registry
   * does not list it.
   *
   * @throws vn.eid.InvalidRequestException where an individual's code does not belong to this
   *     environment
   * @throws vn.eid.UntrustedException where the registry answers about another code
   */
  public List<TaxEvent> history(TaxCode code) {
    Operation operation = Operation.named("taxLinks.history");
    connection.admitToSend(operation, code);
    return new StatusAnswer(operation, connection, code).history(registry(operation).history(code));
  }

  /**
   * How a case stands that an officer must decide.
   *
   * @param caseNumber as {@link LinkResult.UnderReview} or the event names it
   * @throws vn.eid.InvalidRequestException where the registry knows no such case of this
   *     application, or the text can be no case number; nothing is sent then
   * @throws vn.eid.UntrustedException where the registry answers about another case
   */
  public CaseState review(String caseNumber) {
    Operation operation = Operation.named("taxLinks.review");
    if (!PlainWord.isReference(caseNumber)) {
      throw operation.invalid(
          "caseNumber", "A case number has 1 to 64 letters, digits, dots, dashes and underscores.");
    }
    return new CaseAnswer(operation, connection)
        .read(registry(operation).review(caseNumber), caseNumber);
  }

  private LinkResult link(Operation operation, LinkRequest request) {
    connection.admitToSend(operation, request.citizen());
    request.oldCodes().forEach(code -> connection.admitToSend(operation, code));
    LinkResult result = new LinkAnswer(operation).read(registry(operation).link(request));
    return new LinkChecks(operation, connection).verify(result, request.citizen());
  }

  private TaxRegistry registry(Operation operation) {
    return new TaxRegistry(operation, connection);
  }

  private static RuntimeException missing(Operation operation, Claim claim) {
    return operation.invalid(
        "identity", "The login must be asked for " + claim + ": LoginRequest.asking(..).");
  }
}
