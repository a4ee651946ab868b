package vn.eid.mock.notice;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.eid.mock.EventKind;
import vn.eid.mock.fault.Scene;

/**
 * What one event says, and whom it is about.
 *
 * @param subject the claim {@code sub_id} (RFC 9493); empty where a member of the event says it
 * @param citizen for faults that are aimed; empty where it is about many
 * @param flow the name of what it is about
 * @param at when it happens
 */
record EventFacts(
    EventKind kind,
    String clientId,
    Optional<Map<String, Object>> subject,
    Map<String, Object> members,
    Optional<String> citizen,
    String flow,
    Instant at) {

  Scene scene() {
    return Scene.ofNotice(clientId, citizen, flow);
  }

  /** The members of the event, with the version of the state after it. ASSUMED. */
  Map<String, Object> membersAt(long version) {
    Map<String, Object> all = new LinkedHashMap<>(members);
    all.put("version", version);
    return all;
  }

  /** Masked: a subject is a pseudonym, and a flow may be a citizen's number. */
  @Override
  public String toString() {
    return "EventFacts[" + kind + "]";
  }
}
