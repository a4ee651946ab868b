package vn.eid.population;

import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;
import vn.eid.internal.Budget;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.http.Problems;
import vn.eid.internal.http.WireRequest;
import vn.eid.internal.http.WireResponse;

/**
 * Asks the national population database (cơ sở dữ liệu quốc gia về dân cư) whether something holds
 * of a person. The answer is yes or no, signed, and nothing of the person's data (ASSUMED: no
 * public specification describes such a service).
 *
 * <p>This class is thread-safe.
 */
public final class Population {
  private static final String SCOPE = "population_check";

  private final Connection connection;
  private final Optional<Budget> budget;

  /** Made by {@link vn.eid.EidClient#population()}. */
  @SuppressWarnings("exports")
  public Population(Connection connection, Optional<Budget> budget) {
    this.connection = connection;
    this.budget = budget;
  }

  /**
   * Asks. Calling again with the same objects, after an answer was lost, gives the same answer and
   * is counted once, here and at the register; do so within minutes, because an old answer is
   * refused. To ask anew, make a new {@link PersonCheck}.
   *
   * @param audit on whose behalf, and why; the receipt carries it
   * @throws vn.eid.InvalidRequestException where the number does not belong to this environment
   * @throws vn.eid.RateLimitedException where the register's budget for this application is used
   *     up, or the application's own ({@code Builder.populationBudget}), before anything is sent
   * @throws vn.eid.ClientRejectedException where the provider has no such service, or gives it to
   *     others only
   * @throws vn.eid.UntrustedException where the receipt is missing or fails a check
   */
  public CheckResult check(PersonCheck check, AuditContext audit) {
    Operation operation = Operation.named("population.check");
    connection.admitToSend(operation, check.citizen());
    CheckRequest request = new CheckRequest(check, audit);
    // A check is not spent on an answer that could not be verified.
    connection.provider().registryKeys().atHand(operation);
    spend(operation, request);
    WireRequest post =
        WireRequest.written(operation, checks(operation), request.body())
            .header("Idempotency-Key", request.hash())
            .repeatable();
    WireResponse response = connection.resources().send(operation, SCOPE, post);
    if (!response.isSuccess()) {
      throw Problems.of(operation, response);
    }
    return new CheckAnswer(operation, connection, request)
        .read(response.json("The population register's answer"));
  }

  private void spend(Operation operation, CheckRequest request) {
    budget
        .flatMap(own -> own.take(request.hash()))
        .ifPresent(
            wait -> {
              throw operation.limited(wait, refusal(wait));
            });
  }

  private String refusal(Duration wait) {
    return "This application's own budget of population checks ("
        + budget.orElseThrow()
        + ", Builder.populationBudget) is used up; nothing was sent. The next check is free at "
        + connection.clock().instant().plus(wait)
        + ".";
  }

  private HttpUrl checks(Operation operation) {
    return connection
        .provider()
        .national(operation)
        .population()
        .orElseThrow(
            () ->
                operation.rejected(
                    "no_population_checks",
                    "This provider offers no population checks: vn_eid in its discovery document"
                        + " names no population_endpoint. Ask the authority to open the service to"
                        + " this application, and check that the issuer is the right one."))
        .newBuilder()
        .addPathSegment("checks")
        .build();
  }
}
