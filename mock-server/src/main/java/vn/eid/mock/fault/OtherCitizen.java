package vn.eid.mock.fault;

import vn.eid.mock.state.Citizen;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.Session;

/** Somebody else than the person whom an answer is about. */
final class OtherCitizen {
  private OtherCitizen() {}

  static String than(MockState state, String own) {
    return state.citizens().all().stream()
        .map(Citizen::id)
        .filter(id -> !id.equals(own))
        .findFirst()
        .orElseThrow();
  }

  /** The same login, of that other person. */
  static Session inThePlaceOf(MockState state, Session own) {
    return new Session(
        own.id(), own.clientId(), than(state, own.citizenId()), own.authenticatedAt(), own.acr());
  }
}
