package vn.eid.mock.endpoint;

import java.util.Map;
import vn.eid.mock.notice.SessionEnds;
import vn.eid.mock.page.Language;
import vn.eid.mock.page.Page;
import vn.eid.mock.state.LogoutRequest;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.Session;

/** What a person sees of a logout. */
final class LogoutPages {
  private final MockState state;
  private final SessionEnds ends;

  LogoutPages(MockState state, SessionEnds ends) {
    this.state = state;
    this.ends = ends;
  }

  /** Do you want to sign out? */
  Reply ask(Language language, String ticket, Session session) {
    String client = ClientNames.in(language, state, session.clientId());
    Map<String, Object> values = Map.of("client", client, "ticket", ticket);
    return Pages.reply(language, 200, new Page("logout/ask.jte", values));
  }

  /** Ends the session and sends the browser back, or says so where the application named no way. */
  Reply end(Language language, LogoutRequest request) {
    request.session().ifPresent(ends::end);
    return request
        .back()
        .map(
            uri ->
                Reply.redirect(uri)
                    .with("Referrer-Policy", "no-referrer")
                    .with("Cache-Control", "no-store"))
        .orElseGet(() -> message(language, "logout.done.title", "logout.done"));
  }

  Reply stayed(Language language) {
    return message(language, "logout.stayed.title", "logout.stayed");
  }

  private static Reply message(Language language, String title, String text) {
    return Pages.reply(
        language, 200, new Page("message.jte", Map.of("title", title, "text", text)));
  }
}
