package vn.eid.mock.notice;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.eid.mock.state.MockState;

/** Says whom an event is about: RFC 9493, and OpenID Shared Signals Framework 1.0, section 3. */
final class EventSubjects {
  private static final String FORMAT = "format";

  private final MockState state;

  EventSubjects(MockState state) {
    this.state = state;
  }

  /** A citizen, by the pseudonym that this client has. */
  Map<String, Object> citizen(String clientId, String number) {
    Map<String, Object> subject = new LinkedHashMap<>();
    subject.put(FORMAT, "iss_sub");
    subject.put("iss", state.issuer());
    subject.put("sub", state.subjects().of(number, clientId));
    return subject;
  }

  /** One session of a citizen. */
  Map<String, Object> session(String clientId, String number, String sessionId) {
    Map<String, Object> subject = new LinkedHashMap<>();
    subject.put(FORMAT, "complex");
    subject.put("user", citizen(clientId, number));
    subject.put("session", Map.of(FORMAT, "opaque", "id", sessionId));
    return subject;
  }
}
