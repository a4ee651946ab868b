package vn.eid.mock.endpoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.eid.mock.page.Choice;
import vn.eid.mock.page.ConsentCard;
import vn.eid.mock.page.Fact;
import vn.eid.mock.page.Language;
import vn.eid.mock.page.Page;
import vn.eid.mock.page.Texts;
import vn.eid.mock.state.Citizen;
import vn.eid.mock.state.Consent;
import vn.eid.mock.state.ConsentGrant;
import vn.eid.mock.state.ConsentState.Active;
import vn.eid.mock.state.ConsentState.Cause;
import vn.eid.mock.state.ConsentState.Ended;
import vn.eid.mock.state.MockState;

/** The citizen's own pages: who may read my data? */
final class MyPages {
  // The newest tell enough; what is in force is never left out.
  private static final int MOST_ENDED = 20;

  private final MockState state;

  MyPages(MockState state) {
    this.state = state;
  }

  /** Who are you? */
  Reply choose(Language language) {
    List<Choice> people =
        state.citizens().all().stream()
            .map(citizen -> LoginPages.choice(language, citizen))
            .toList();
    return Pages.reply(language, 200, new Page("my/choose.jte", Map.of("people", people)));
  }

  Reply show(Language language, String ticket, Citizen citizen, boolean revoked) {
    List<ConsentCard> active = new ArrayList<>();
    List<ConsentCard> ended = new ArrayList<>();
    for (Consent consent : state.consents().ofCitizen(citizen.id())) {
      if (state.consents().state(consent) instanceof Active one) {
        active.add(active(language, consent, one.grant()));
      } else if (state.consents().state(consent) instanceof Ended one
          && ended.size() < MOST_ENDED) {
        ended.add(ended(language, consent, one));
      }
    }
    Map<String, Object> values = new HashMap<>();
    values.put("ticket", ticket);
    values.put("citizen", citizen.name());
    values.put("revoked", revoked);
    values.put("active", active);
    values.put("ended", ended);
    return Pages.reply(language, 200, new Page("my/list.jte", values));
  }

  /** Do you mean it? Empty where the consent is not in force. */
  Optional<Reply> askBack(Language language, String ticket, Consent consent) {
    if (!(state.consents().state(consent) instanceof Active one)) {
      return Optional.empty();
    }
    ConsentCard card = active(language, consent, one.grant());
    Page page = new Page("my/revoke.jte", Map.of("ticket", ticket, "card", card));
    return Optional.of(Pages.reply(language, 200, page));
  }

  Reply message(Language language, int status, String title, String text) {
    return Pages.reply(
        language, status, new Page("message.jte", Map.of("title", title, "text", text)));
  }

  private ConsentCard active(Language language, Consent consent, ConsentGrant grant) {
    Texts texts = Texts.in(language);
    ConsentFacts facts = new ConsentFacts(state, language);
    List<Fact> lines = new ArrayList<>();
    lines.add(facts.purpose(grant.terms()));
    lines.add(facts.dataSets(grant.terms()));
    lines.add(facts.others(grant.terms().handling()));
    lines.add(new Fact("my.granted", VietnamTime.moment(grant.grantedAt())));
    lines.addAll(facts.limits(grant.terms(), grant.expiresAt()));
    lines.addAll(reads(texts, consent));
    return card(language, consent, lines);
  }

  private static List<Fact> reads(Texts texts, Consent consent) {
    String last =
        consent.lastRead().map(VietnamTime::moment).orElseGet(() -> texts.get("my.last.never"));
    return List.of(
        new Fact("my.reads", texts.get("my.reads.count", consent.reads())),
        new Fact("my.last", last));
  }

  private ConsentCard ended(Language language, Consent consent, Ended ended) {
    ConsentFacts facts = new ConsentFacts(state, language);
    List<Fact> lines =
        List.of(
            facts.purpose(consent.terms()),
            facts.dataSets(ended.grant().map(ConsentGrant::terms).orElse(consent.terms())),
            new Fact("my.cause", Texts.in(language).get(cause(ended))),
            new Fact("my.ended_at", VietnamTime.moment(ended.at())));
    return card(language, consent, lines);
  }

  // Nobody decided, or what was granted has run out.
  private static String cause(Ended ended) {
    String unanswered = ended.grant().isPresent() ? "" : ".unanswered";
    String cause = "my.cause." + ended.cause().code();
    return ended.cause() == Cause.EXPIRED ? cause + unanswered : cause;
  }

  private ConsentCard card(Language language, Consent consent, List<Fact> lines) {
    String client = ClientNames.in(language, state, consent.terms().clientId());
    return new ConsentCard(consent.id(), client, lines);
  }
}
