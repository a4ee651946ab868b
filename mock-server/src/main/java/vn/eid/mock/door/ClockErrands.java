package vn.eid.mock.door;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.eid.mock.EidMock;
import vn.eid.mock.endpoint.Exchange;
import vn.eid.mock.endpoint.JsonBody;
import vn.eid.mock.endpoint.Reply;
import vn.eid.mock.state.Members;
import vn.eid.mock.state.MockClock;

/** The server's clock: {@code /clock}. */
final class ClockErrands {
  private static final String PATH = "/clock";

  private final EidMock mock;
  private final MockClock clock;

  ClockErrands(EidMock mock, MockClock clock) {
    this.mock = mock;
    this.clock = clock;
  }

  List<Errand> all() {
    return List.of(
        Errand.get(PATH, "What time it is here, and whether the clock stands.", unused -> now()),
        Errand.put(
            PATH,
            "Sets the clock, also back, and stops it or has it run; one of the two members may be left out.",
            "{\"time\": \"2026-03-01T08:00:00Z\", \"stands\": true}",
            this::set),
        Errand.post(
            PATH,
            "Moves the clock ahead; nothing sleeps.",
            "{\"advance\": \"PT1H\"}",
            this::advance));
  }

  private Reply set(Exchange exchange) {
    Members body = JsonBody.of(exchange).only("time", "stands");
    Optional<Instant> time = Fields.time(body, "time").map(MockClock::checked);
    Optional<Boolean> stands = body.optionalFlag("stands");
    Fields.atLeastOne(body, "time and stands", time, stands);
    stands.ifPresent(this::stop); // First, so that it stands where it is set.
    time.ifPresent(mock::setClock);
    return now();
  }

  private void stop(boolean stands) {
    if (stands) {
      mock.stopClock();
    } else {
      mock.runClock();
    }
  }

  private Reply advance(Exchange exchange) {
    Members body = JsonBody.of(exchange).only("advance");
    Duration by =
        Fields.duration(body, "advance").orElseThrow(() -> body.refuse("advance", "is missing"));
    mock.advance(by);
    return now();
  }

  private Reply now() {
    return Reply.json(200, Map.of("time", clock.instant().toString(), "stands", clock.stands()));
  }
}
