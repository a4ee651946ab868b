package vn.eid.mock.endpoint;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.eid.mock.page.Choice;
import vn.eid.mock.page.Language;
import vn.eid.mock.page.Page;
import vn.eid.mock.state.AuthorizationRequest;
import vn.eid.mock.state.Citizen;
import vn.eid.mock.state.MockState;

/** The pages of an interactive login. */
final class LoginPages {
  private final MockState state;

  LoginPages(MockState state) {
    this.state = state;
  }

  /** Sends the browser to a page of a login: 303, so that loading it again sends no form again. */
  static Reply show(MockState state, String login, Language language) {
    return Reply.redirect(
        URI.create(state.issuer() + "/login/" + login + "?lang=" + language.tag()));
  }

  /** Who are you? */
  Reply choose(Language language, AuthorizationRequest request, String login) {
    List<Choice> people =
        state.citizens().all().stream().map(citizen -> choice(language, citizen)).toList();
    return reply(language, "login/choose.jte", request, Map.of("login", login, "people", people));
  }

  /** Does the application get what it asks for? */
  Reply approve(Language language, AuthorizationRequest request, String login, Citizen citizen) {
    return reply(
        language,
        "login/approve.jte",
        request,
        Map.of("login", login, "citizen", citizen.name(), "shares", Shares.of(request.terms())));
  }

  Reply locked(Language language, AuthorizationRequest request, String login) {
    return reply(language, "login/locked.jte", request, Map.of("login", login));
  }

  private Reply reply(
      Language language,
      String template,
      AuthorizationRequest request,
      Map<String, Object> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("client", ClientNames.in(language, state, request.clientId()));
    return Pages.reply(language, 200, new Page(template, all));
  }

  /** One person in a list to choose from. */
  static Choice choice(Language language, Citizen citizen) {
    String id = citizen.id();
    String masked = id.substring(0, 3) + " ••• ••• " + id.substring(id.length() - 3);
    String why = language == Language.VI ? citizen.why().vi() : citizen.why().en();
    return new Choice(id, citizen.name(), masked, why);
  }
}
