package vn.eid.mock.door;

import java.util.List;
import java.util.stream.Stream;
import vn.eid.mock.EidMock;
import vn.eid.mock.endpoint.Route;
import vn.eid.mock.state.MockState;

/**
 * The admin door: each thing that it does is done through {@link EidMock}, so that a test in Java
 * and one in another language find the same mock. ASSUMED: no real authority has such a thing.
 */
public final class AdminDoor {
  /** Everything of it stands below this path. */
  public static final String PATH = "/__admin/eid";

  private AdminDoor() {}

  /** What it adds to the route table. */
  public static List<Route> routes(EidMock mock, MockState state) {
    List<Errand> errands = errands(mock, state);
    return Stream.concat(
            Stream.of(
                new DoorIndex(mock.issuer(), errands).errand().route(), CitizensSchema.route()),
            errands.stream().map(Errand::route))
        .toList();
  }

  /** Everything that it does, but for its index and the client's key. */
  public static List<Errand> errands(EidMock mock, MockState state) {
    return Stream.of(
            new FaultErrands(mock).all(),
            new ClockErrands(mock, state.clock()).all(),
            new CitizenErrands(mock, state).all(),
            new ConsentErrands(mock, state).all(),
            new PhoneErrands(mock).all(),
            new RegisterErrands(mock).all(),
            new ClientErrands(mock).all(),
            new RecordingErrands(mock).all())
        .flatMap(List::stream)
        .toList();
  }
}
