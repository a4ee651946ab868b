package vn.eid.mock.endpoint;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.eid.mock.page.Language;
import vn.eid.mock.page.Page;
import vn.eid.mock.page.Texts;
import vn.eid.mock.state.BilingualText;
import vn.eid.mock.state.Consent;
import vn.eid.mock.state.ConsentNotice;
import vn.eid.mock.state.ConsentState;
import vn.eid.mock.state.ConsentTerms;
import vn.eid.mock.state.MockState;

/** The pages behind an approval link. */
final class ConsentPages {
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm, dd/MM/uuuu");

  private final MockState state;

  ConsentPages(MockState state) {
    this.state = state;
  }

  /** Do you approve? */
  Reply ask(Language language, Consent consent) {
    ConsentTerms terms = consent.terms();
    Texts texts = Texts.in(language);
    Map<String, Object> values = new HashMap<>();
    values.put("client", ClientNames.in(language, state, terms.clientId()));
    values.put("link", consent.link());
    values.put("purpose", in(language, terms.purpose()));
    values.put("dataSets", dataSets(language, terms));
    values.put("period", period(texts, terms));
    values.put("until", MOMENT.format(until(terms).atZone(VIETNAM)));
    values.put("uses", uses(texts, terms));
    values.put("decideBy", MOMENT.format(consent.decideBy().atZone(VIETNAM)));
    values.put("notice", ConsentNotice.TEXT.vi());
    values.put("translation", language == Language.VI ? "" : ConsentNotice.TEXT.en());
    return Pages.reply(language, 200, new Page("consent/ask.jte", values));
  }

  /** What became of a request that waits no more. */
  Reply over(Language language, int status, Consent consent) {
    ConsentState now = state.consents().state(consent);
    String outcome = now instanceof ConsentState.Ended ended ? ended.cause().code() : "active";
    return message(language, status, "consent.over.title", "consent.over." + outcome);
  }

  Reply message(Language language, int status, String title, String text) {
    return Pages.reply(
        language, status, new Page("message.jte", Map.of("title", title, "text", text)));
  }

  private static List<String> dataSets(Language language, ConsentTerms terms) {
    return terms.dataSets().stream().map(set -> in(language, set.title())).toList();
  }

  private Instant until(ConsentTerms terms) {
    return state.clock().instant().plus(terms.validFor());
  }

  private static String period(Texts texts, ConsentTerms terms) {
    return terms
        .period()
        .map(period -> texts.get("consent.period", day(period.from()), day(period.to())))
        .orElseGet(() -> texts.get("consent.period.all"));
  }

  private static String uses(Texts texts, ConsentTerms terms) {
    return terms.uses().isPresent()
        ? texts.get("consent.uses", terms.uses().getAsInt())
        : texts.get("consent.uses.unlimited");
  }

  private static String day(LocalDate day) {
    return DAY.format(day);
  }

  private static String in(Language language, BilingualText text) {
    return language == Language.VI ? text.vi() : text.en();
  }
}
