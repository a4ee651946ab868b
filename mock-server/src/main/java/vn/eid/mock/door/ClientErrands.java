package vn.eid.mock.door;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.eid.mock.EidMock;
import vn.eid.mock.EventKind;
import vn.eid.mock.KeyRotation;
import vn.eid.mock.endpoint.Exchange;
import vn.eid.mock.endpoint.JsonBody;
import vn.eid.mock.endpoint.Reply;
import vn.eid.mock.state.Members;

/** The keys of both sides, where the client is told of something, and the way back to the start. */
final class ClientErrands {
  private final EidMock mock;

  ClientErrands(EidMock mock) {
    this.mock = mock;
  }

  List<Errand> all() {
    return List.of(
        Errand.put(
            "/client/keys",
            "Registers other public keys for the client: a JWKS.",
            "{\"keys\": [...]}",
            this::registerKeys),
        Errand.post(
            "/keys",
            "Changes the key that the login provider signs with: planned, emergency or compromised.",
            "{\"rotation\": \"planned\"}",
            this::rotate),
        Errand.put(
            "/deliveries",
            "Where the client is told that a citizen has decided (pushes), that a session has ended"
                + " (logouts), and what the registry did (events); each member for itself.",
            "{\"logouts\": \"http://localhost:3000/logout\"}",
            this::deliver),
        Errand.post(
            "/events",
            "A signed event of a kind, such as consent_ended, about a consent, a case, a batch or a"
                + " person; nothing is posted.",
            "{\"kind\": \"account_locked\", \"about\": \"099085000011\"}",
            this::event),
        Errand.post("/reset", "Puts everything back to the start.", "{}", this::reset));
  }

  private Reply registerKeys(Exchange exchange) {
    JsonBody.of(exchange).only("keys");
    mock.registerClientKeys(new String(exchange.body(), StandardCharsets.UTF_8));
    return Reply.noContent();
  }

  private Reply rotate(Exchange exchange) {
    Members body = JsonBody.of(exchange).only("rotation");
    mock.rotateKeys(
        Fields.word(body, "rotation", KeyRotation.class)
            .orElseThrow(() -> body.refuse("rotation", "is missing")));
    return Reply.noContent();
  }

  private Reply deliver(Exchange exchange) {
    Members body = JsonBody.of(exchange).only("pushes", "logouts", "events");
    Optional<URI> pushes = Fields.address(body, "pushes");
    Optional<URI> logouts = Fields.address(body, "logouts");
    Optional<URI> events = Fields.address(body, "events");
    Fields.atLeastOne(body, "pushes, logouts and events", pushes, logouts, events);
    pushes.ifPresent(mock::notifyPushesAt);
    logouts.ifPresent(mock::deliverLogoutTo);
    events.ifPresent(mock::deliverEventsTo);
    return Reply.noContent();
  }

  private Reply event(Exchange exchange) {
    Members body = JsonBody.of(exchange).only("kind", "about");
    EventKind kind =
        Fields.word(body, "kind", EventKind.class)
            .orElseThrow(() -> body.refuse("kind", "is missing"));
    return Reply.json(200, Map.of("event", mock.securityEvent(kind, body.text("about"))));
  }

  private Reply reset(Exchange exchange) {
    JsonBody.of(exchange).only();
    mock.reset();
    return Reply.noContent();
  }
}
