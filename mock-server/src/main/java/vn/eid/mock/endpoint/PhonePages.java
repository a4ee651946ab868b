package vn.eid.mock.endpoint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.eid.mock.page.Language;
import vn.eid.mock.page.Notification;
import vn.eid.mock.page.Page;
import vn.eid.mock.page.Texts;
import vn.eid.mock.state.Citizen;
import vn.eid.mock.state.Consent;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.PushRequest;

/** The pages that play the national app on the citizens' phones. */
final class PhonePages {
  private final MockState state;

  PhonePages(MockState state) {
    this.state = state;
  }

  /** What waits. */
  Reply list(Language language) {
    Stream<Notification> logins =
        state.pushes().waiting().stream().map(push -> notification(language, push));
    Stream<Notification> consents =
        state.consents().waiting().stream().map(consent -> notification(language, consent));
    List<Notification> waiting = Stream.concat(logins, consents).toList();
    return Pages.reply(language, 200, new Page("phone/list.jte", Map.of("waiting", waiting)));
  }

  /** Do you approve? */
  Reply ask(Language language, PushRequest request) {
    Map<String, Object> values = new HashMap<>();
    values.put("request", notification(language, request));
    values.put("shares", Shares.of(request.terms().login()));
    return Pages.reply(language, 200, new Page("phone/ask.jte", values));
  }

  Reply message(Language language, int status, String title, String text) {
    return Pages.reply(
        language, status, new Page("phone/message.jte", Map.of("title", title, "text", text)));
  }

  private Notification notification(Language language, PushRequest request) {
    return new Notification(
        "/phone/" + request.ticket(),
        ClientNames.in(language, state, request.terms().clientId()),
        citizen(request.terms().citizenId()),
        request.terms().bindingMessage().orElse(""));
  }

  private Notification notification(Language language, Consent consent) {
    return new Notification(
        "/consent/" + consent.link(),
        ClientNames.in(language, state, consent.terms().clientId()),
        citizen(consent.terms().citizenId()),
        Texts.in(language).get("consent.title"));
  }

  private String citizen(String number) {
    return state.citizens().find(number).map(Citizen::name).orElseThrow();
  }
}
