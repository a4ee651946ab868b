package vn.eid.mock.examine;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import vn.eid.mock.Fault;

/** What is expected about each fault: the one place to look it up. */
final class Expectations {
  private static final Expected OTHER_SYSTEMS =
      Expected.outside("It is about data that no login and no webhook brings.");

  private static final Map<Fault, Expected> ALL = new EnumMap<>(Fault.class);

  static {
    LoginExpectations.addTo(ALL);
    TransportExpectations.addTo(ALL);
    IdTokenExpectations.addTo(ALL);
    EncryptionExpectations.addTo(ALL);
    NoticeExpectations.addTo(ALL);
  }

  private Expectations() {}

  /**
   * What is expected about a fault.
   *
   * @throws NullPointerException where nobody has decided it
   */
  static Expected of(Fault fault) {
    return switch (fault.family()) {
      case LOGIN, TRANSPORT, EVENTS -> Objects.requireNonNull(ALL.get(fault), fault::name);
      case CONSENT_AND_DATA, TAX_AND_POPULATION -> OTHER_SYSTEMS;
    };
  }
}
