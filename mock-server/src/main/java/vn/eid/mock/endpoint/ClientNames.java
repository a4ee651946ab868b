package vn.eid.mock.endpoint;

import vn.eid.mock.page.Language;
import vn.eid.mock.state.MockState;

/** How the pages call an application. */
final class ClientNames {
  private ClientNames() {}

  static String in(Language language, MockState state, String clientId) {
    return state
        .clients()
        .find(clientId)
        .map(client -> language == Language.VI ? client.nameVi() : client.nameEn())
        .orElse(clientId);
  }
}
