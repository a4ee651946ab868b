package vn.eid.mock.endpoint;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vn.eid.mock.page.Language;
import vn.eid.mock.state.Citizen;
import vn.eid.mock.state.Consent;
import vn.eid.mock.state.Decision;
import vn.eid.mock.state.MockState;

/** {@code POST /consent/{link}}: the citizen's answer; the first one counts. */
final class ConsentDecide implements Endpoint {
  private final MockState state;
  private final ConsentPages pages;

  ConsentDecide(MockState state) {
    this.state = state;
    this.pages = new ConsentPages(state);
  }

  @Override
  public Reply answer(Exchange exchange) {
    Language language = Pages.language(exchange);
    Optional<Consent> found = state.consents().behind(exchange.pathValue("link"));
    if (found.isEmpty()) {
      return pages.message(language, 404, "consent.over.title", "consent.unknown");
    }
    Consent consent = found.get();
    if (locked(consent)) {
      return pages.message(language, 403, "locked.title", "consent.locked");
    }
    Decision decision = decision(exchange.form().one("decision").orElse(""));
    if (!state.consents().decide(consent, decision)) {
      return pages.over(language, 409, consent);
    }
    return consent
        .terms()
        .returnUri()
        .map(uri -> back(uri, consent))
        .orElseGet(() -> closing(language, decision));
  }

  private boolean locked(Consent consent) {
    return state.citizens().find(consent.terms().citizenId()).filter(Citizen::locked).isPresent();
  }

  // Silence is no consent (Law 91/2025/QH15, article 9): only the one button approves.
  private static Decision decision(String button) {
    return button.equals("approve") ? Decision.APPROVE : Decision.DECLINE;
  }

  /** The way back is a hint only: it names the consent and not what was decided. */
  private static Reply back(URI returnUri, Consent consent) {
    String separator = returnUri.getRawQuery() == null ? "?" : "&";
    String id = URLEncoder.encode(consent.id(), StandardCharsets.UTF_8);
    return Reply.redirect(URI.create(returnUri + separator + "consent_id=" + id))
        .with("Referrer-Policy", "no-referrer")
        .with("Cache-Control", "no-store");
  }

  private Reply closing(Language language, Decision decision) {
    String text = decision == Decision.APPROVE ? "consent.approved" : "consent.declined";
    return pages.message(language, 200, "consent.done.title", text);
  }
}
