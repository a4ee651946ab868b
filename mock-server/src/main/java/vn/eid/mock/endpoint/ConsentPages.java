package vn.eid.mock.endpoint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.eid.mock.page.Language;
import vn.eid.mock.page.Page;
import vn.eid.mock.page.Passage;
import vn.eid.mock.page.Texts;
import vn.eid.mock.page.Tick;
import vn.eid.mock.state.BilingualText;
import vn.eid.mock.state.Consent;
import vn.eid.mock.state.ConsentState;
import vn.eid.mock.state.ConsentTerms;
import vn.eid.mock.state.DataSet;
import vn.eid.mock.state.MockState;

/** The pages behind an approval link. */
final class ConsentPages {
  private final MockState state;

  ConsentPages(MockState state) {
    this.state = state;
  }

  /** Do you approve? */
  Reply ask(Language language, Consent consent) {
    return ask(language, 200, consent);
  }

  /** The same page for somebody who approved without a choice. */
  Reply askForATick(Language language, Consent consent) {
    return ask(language, 400, consent);
  }

  private Reply ask(Language language, int status, Consent consent) {
    ConsentTerms terms = consent.terms();
    ConsentFacts facts = new ConsentFacts(state, language);
    Map<String, Object> values = new HashMap<>();
    values.put("client", ClientNames.in(language, state, terms.clientId()));
    values.put("link", consent.link());
    values.put("people", facts.people(terms));
    values.put("ticks", ticks(language, terms));
    values.put("nothingTicked", status != 200);
    values.put("limits", facts.limits(terms));
    values.put("notice", notice(language, terms.notice().text()));
    values.put("decideBy", VietnamTime.moment(consent.decideBy()));
    return Pages.reply(language, status, new Page("consent/ask.jte", values));
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

  private static List<Tick> ticks(Language language, ConsentTerms terms) {
    return terms.dataSets().stream().map(dataSet -> tick(language, dataSet)).toList();
  }

  private static Tick tick(Language language, DataSet dataSet) {
    return new Tick(
        dataSet.code(),
        ConsentFacts.in(language, dataSet.title()),
        Texts.in(language).get("data." + dataSet.code()),
        dataSet.sensitive());
  }

  // The reader's language first; the Vietnamese text is the binding one and never missing.
  private static List<Passage> notice(Language language, BilingualText text) {
    Passage binding = new Passage(Language.VI.tag(), text.vi());
    return language == Language.VI
        ? List.of(binding)
        : List.of(new Passage(Language.EN.tag(), text.en()), binding);
  }
}
