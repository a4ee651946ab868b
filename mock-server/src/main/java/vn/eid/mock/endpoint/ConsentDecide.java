package vn.eid.mock.endpoint;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.eid.mock.page.Language;
import vn.eid.mock.state.Citizen;
import vn.eid.mock.state.Consent;
import vn.eid.mock.state.ConsentState;
import vn.eid.mock.state.DataSet;
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
    Citizen citizen = state.citizens().find(consent.terms().citizenId()).orElseThrow();
    if (citizen.locked()) {
      return pages.message(language, 403, "locked.title", "consent.locked");
    }
    // Silence is no consent (Law 91/2025/QH15, article 9): only these two buttons approve.
    return switch (exchange.form().one("decision").orElse("")) {
      case "approve" -> approve(language, consent, citizen, ticked(exchange, consent));
      case "approve_all" -> approve(language, consent, citizen, consent.terms().dataSets());
      default -> decided(language, consent, state.consents().decline(consent), "consent.declined");
    };
  }

  private Reply approve(Language language, Consent consent, Citizen citizen, Set<DataSet> chosen) {
    boolean open = state.consents().state(consent) instanceof ConsentState.Requested;
    if (open && chosen.isEmpty()) {
      return pages.askForATick(language, consent);
    }
    boolean counted = open && state.consents().approve(consent, citizen, chosen);
    return decided(language, consent, counted, "consent.approved");
  }

  /** What was ticked of what the page offered. */
  private static Set<DataSet> ticked(Exchange exchange, Consent consent) {
    List<String> codes = exchange.form().all("data_set");
    return consent.terms().dataSets().stream()
        .filter(dataSet -> codes.contains(dataSet.code()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Reply decided(Language language, Consent consent, boolean counted, String text) {
    if (!counted) {
      return pages.over(language, 409, consent);
    }
    return consent
        .terms()
        .returnUri()
        .map(uri -> back(uri, consent))
        .orElseGet(() -> pages.message(language, 200, "consent.done.title", text));
  }

  /** The way back is a hint only: it names the consent and not what was decided. */
  private static Reply back(URI returnUri, Consent consent) {
    String separator = returnUri.getRawQuery() == null ? "?" : "&";
    String id = URLEncoder.encode(consent.id(), StandardCharsets.UTF_8);
    return Reply.redirect(URI.create(returnUri + separator + "consent_id=" + id))
        .with("Referrer-Policy", "no-referrer")
        .with("Cache-Control", "no-store");
  }
}
