package vn.eid.mock.endpoint;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.eid.mock.CheckDenial;
import vn.eid.mock.fault.CheckFaults;
import vn.eid.mock.state.Members;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.PersonCheck;
import vn.eid.mock.state.PopulationRegister;

/** {@code POST /population/v1/checks}: is it this person, and is all of that so? ASSUMED. */
final class PopulationChecks implements Endpoint {
  private final ResourceGuard guard;
  private final PopulationRegister register;
  private final IdempotentAnswers answers;
  private final CheckReceipts receipts;
  private final CheckFaults faults;

  PopulationChecks(MockState state, ResourceGuard guard) {
    this.guard = guard;
    this.register = state.population();
    this.answers = new IdempotentAnswers(state.idempotencyKeys());
    this.faults = new CheckFaults(state.faults(), state.keys());
    this.receipts = new CheckReceipts(state, faults);
  }

  @Override
  public Reply answer(Exchange exchange) {
    String clientId = guard.requireScope(exchange, "population_check").clientId();
    Optional<Duration> down = register.downFor();
    // Not kept under the key: the same request is to be answered when the register is back.
    return down.isPresent()
        ? unavailable(down.get())
        : answers.answer(exchange, clientId, () -> check(exchange, clientId));
  }

  private Reply check(Exchange exchange, String clientId) {
    Members body = JsonBody.of(exchange);
    PersonCheck check = CheckForm.read(body);
    Map<String, Object> audit = AuditForm.read(body);
    // Before anything is looked up: a denial must not depend on the citizen.
    Optional<CheckDenial> denial = register.denial();
    if (denial.isPresent()) {
      return Reply.json(200, Map.of("answer", "denied", "reason", denial.get().word()));
    }
    register.budget().take(clientId).ifPresent(PopulationChecks::usedUp);
    String answer =
        faults.answer(
            register.matches(check) ? PopulationRegister.MATCHED : PopulationRegister.NO_MATCH);
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("answer", answer);
    receipts
        .of(exchange, clientId, answer, check, audit)
        .ifPresent(receipt -> view.put("receipt", receipt));
    return json(PopulationRegister.padded(Json.bytes(view), answer));
  }

  private static Reply json(byte[] body) {
    return Reply.typed(200, "application/json", body).with("Cache-Control", "no-store");
  }

  private static Reply unavailable(Duration down) {
    return Reply.json(200, Map.of("answer", "unavailable", "retry_after", wholeSeconds(down)));
  }

  private static void usedUp(Duration untilMidnight) {
    throw Refusal.of(
            429,
            "budget_used_up",
            "This client has made all the checks that it may make today; go on after midnight in"
                + " Vietnam.")
        .header("Retry-After", Long.toString(wholeSeconds(untilMidnight)));
  }

  // Upwards, so that who comes back then is not too early.
  private static long wholeSeconds(Duration time) {
    return Math.max(1, time.plusSeconds(1).minusNanos(1).toSeconds());
  }
}
