package vn.eid.mock.endpoint;

import java.util.Optional;
import java.util.function.UnaryOperator;
import vn.eid.mock.page.Language;
import vn.eid.mock.page.Page;
import vn.eid.mock.page.Texts;
import vn.eid.mock.state.Secrets;

/** Turns a page into an answer, with the headers that every page needs. */
public final class Pages {
  private Pages() {}

  /** Renders a page in the language that the browser asks for. */
  public static Reply reply(Exchange exchange, int status, Page page) {
    return reply(language(exchange), status, page);
  }

  /** Renders a page in a language that is known already. */
  public static Reply reply(Language language, int status, Page page) {
    return reply(language, status, page, nonce -> "");
  }

  /** The same for a page with a script of the mock's own, which may ask for what is new. */
  public static Reply live(Language language, Page page) {
    return reply(
        language, 200, page, nonce -> "script-src 'nonce-" + nonce + "'; connect-src 'self'; ");
  }

  private static Reply reply(
      Language language, int status, Page page, UnaryOperator<String> scripts) {
    String nonce = Secrets.random();
    return Reply.html(status, page.html(Texts.in(language), nonce))
        // No form-action: Chromium applies it to the redirect after the form as well, and would
        // keep the browser from the application.
        .with(
            "Content-Security-Policy",
            "default-src 'none'; img-src data:; "
                + scripts.apply(nonce)
                + "style-src 'nonce-"
                + nonce
                + "'; base-uri 'none'; frame-ancestors 'none'")
        .with("X-Frame-Options", "DENY")
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "no-referrer");
  }

  /** {@code ?lang=} or the form's {@code lang}, else {@code Accept-Language}. */
  public static Language language(Exchange exchange) {
    Optional<String> lang = exchange.query().one("lang").or(() -> exchange.form().one("lang"));
    return language(lang, exchange.header("Accept-Language"));
  }

  /** The named language if the pages speak it, else the best that the browser accepts. */
  public static Language language(Optional<String> lang, Optional<String> accepted) {
    return lang.flatMap(Language::named).orElseGet(() -> Language.accepted(accepted.orElse("")));
  }
}
