package vn.eid.mock.door;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.eid.mock.MockCitizen;
import vn.eid.mock.state.DataSet;
import vn.eid.mock.state.Decision;
import vn.eid.mock.state.Members;

/** How a person is to decide, read as a whole before any of it counts. */
final class Behaviour {
  private final Optional<Decision> decides;
  private final List<Decision> next;
  private final List<String> shares;
  private final Optional<Duration> grantsAtMost;
  private final Optional<Integer> reachesAtMost;
  private final Optional<Boolean> locked;
  private final Optional<String> name;
  private final boolean dies;

  private Behaviour(Members body) {
    this.decides = Fields.word(body, "decides", Decision.class);
    this.next = next(body);
    this.shares = shares(body);
    this.grantsAtMost = Fields.duration(body, "grants_at_most");
    this.reachesAtMost = body.optionalNumber("reaches_at_most", 1, 4).map(Long::intValue);
    this.locked = body.optionalFlag("locked");
    this.name = body.optionalText("name");
    this.dies = only(body, "dies");
  }

  static Behaviour read(Members body) {
    Behaviour behaviour =
        new Behaviour(
            body.only(
                "decides",
                "next",
                "shares",
                "grants_at_most",
                "reaches_at_most",
                "locked",
                "name",
                "dies"));
    if (behaviour.grantsAtMost.filter(time -> time.toSeconds() < 1).isPresent()) {
      throw body.refuse("grants_at_most", "must be a second at least");
    }
    if (!behaviour.shares.isEmpty() && behaviour.decides.isPresent()) {
      throw body.refuse("shares", "is a way to approve; leave decides out");
    }
    return behaviour;
  }

  private static List<Decision> next(Members body) {
    List<Decision> decisions = new ArrayList<>();
    for (String word : body.texts("next")) {
      switch (word) {
        case "decline" -> decisions.add(Decision.DECLINE);
        case "ignore" -> decisions.add(Decision.IGNORE);
        default -> throw body.refuse("next", "is a list of decline and ignore");
      }
    }
    return decisions;
  }

  private static List<String> shares(Members body) {
    List<String> codes = body.texts("shares");
    if (codes.stream().anyMatch(code -> DataSet.of(code).isEmpty())) {
      throw body.refuse("shares", "is a list of data sets: " + DataSet.codes());
    }
    return codes;
  }

  // It cannot be undone but by a reset.
  private static boolean only(Members body, String name) {
    Optional<Boolean> flag = body.optionalFlag(name);
    if (flag.equals(Optional.of(false))) {
      throw body.refuse(name, "can only be true; a reset undoes it");
    }
    return flag.isPresent();
  }

  void applyTo(MockCitizen citizen) {
    decides.ifPresent(decision -> decide(citizen, decision));
    if (!shares.isEmpty()) {
      citizen.approvesOnly(shares.toArray(String[]::new));
    }
    grantsAtMost.ifPresent(citizen::grantsAtMost);
    reachesAtMost.ifPresent(citizen::reachesAtMost);
    next.forEach(decision -> decideNext(citizen, decision));
    locked.ifPresent(
        now -> {
          MockCitizen unused = now ? citizen.locksAccount() : citizen.recoversAccount();
        });
    name.ifPresent(citizen::changesNameTo);
    if (dies) {
      citizen.dies();
    }
  }

  private static void decide(MockCitizen citizen, Decision decision) {
    switch (decision) {
      case APPROVE -> citizen.approvesEverything();
      case DECLINE -> citizen.declinesEverything();
      case IGNORE -> citizen.ignoresEverything();
    }
  }

  private static void decideNext(MockCitizen citizen, Decision decision) {
    if (decision == Decision.DECLINE) {
      citizen.declinesNext();
    } else {
      citizen.ignoresNext();
    }
  }
}
