package vn.eid.mock.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.eid.mock.page.CheckCard;
import vn.eid.mock.page.Language;
import vn.eid.mock.page.RuleLine;
import vn.eid.mock.page.Texts;
import vn.eid.mock.trace.Examination;
import vn.eid.mock.trace.Masked;
import vn.eid.mock.trace.Mistake;
import vn.eid.mock.trace.Refused;
import vn.eid.mock.trace.Rule;

/** The rules that a refused request was checked against, in words. */
final class Checks {
  private static final String OWN = "eid mock server";

  // Where a refusal that stands alone is written down.
  private static final Map<String, String> SPECIFICATIONS =
      Map.ofEntries(
          Map.entry("unsupported_grant_type", "RFC 6749, section 5.2"),
          Map.entry("invalid_scope", "RFC 6749, section 3.3"),
          Map.entry("invalid_grant", "RFC 6749, section 5.2"),
          Map.entry("invalid_request", "RFC 6749, section 5.2"),
          Map.entry("invalid_authorization_details", "RFC 9396, section 5"),
          Map.entry("authorization_pending", "CIBA Core 1.0, section 11"),
          Map.entry("slow_down", "CIBA Core 1.0, section 11"),
          Map.entry("expired_token", "CIBA Core 1.0, section 11"),
          Map.entry("access_denied", "CIBA Core 1.0, section 11"),
          Map.entry("unknown_user_id", "CIBA Core 1.0, section 13"),
          Map.entry("invalid_binding_message", "CIBA Core 1.0, section 13"),
          Map.entry("plain_request", "FAPI 2.0 Security Profile, section 5.3.2.2"),
          Map.entry("request_uri_unknown", "RFC 9126, section 4"),
          Map.entry("logout_uri_unknown", "OpenID Connect RP-Initiated Logout 1.0, section 3.1"),
          Map.entry("logout_hint_untrusted", "OpenID Connect RP-Initiated Logout 1.0, section 2"),
          Map.entry("no_such_route", "RFC 9110, section 15.5.5"),
          Map.entry("method_not_allowed", "RFC 9110, section 15.5.6"),
          Map.entry("body_too_large", "RFC 9110, section 15.5.14"),
          Map.entry("server_error", "RFC 9110, section 15.6.1"));

  private Checks() {}

  /** The checks in the order in which they were made; at least the one rule that refused. */
  static List<CheckCard> cards(Texts texts, Refused refused) {
    List<CheckCard> cards = new ArrayList<>();
    refused.checks().forEach(check -> cards.add(card(texts, check)));
    if (!refused.namesRule()) {
      cards.add(alone(texts, refused));
    }
    return List.copyOf(cards);
  }

  private static CheckCard card(Texts texts, Examination.Check check) {
    List<RuleLine> lines =
        IntStream.range(0, check.rules().size())
            .mapToObj(number -> line(texts, check, number, check.rules().get(number)))
            .toList();
    return new CheckCard(check.name(), texts.get("why.check." + check.name()), lines);
  }

  private static RuleLine line(Texts texts, Examination.Check check, int number, Rule rule) {
    Examination.Outcome outcome = check.outcome(number);
    Optional<Mistake> mistake =
        check.mistake().filter(unused -> outcome == Examination.Outcome.BROKEN);
    return new RuleLine(
        rule.name(),
        outcome.name().toLowerCase(Locale.ROOT),
        texts.get("why.rule." + rule.name()),
        texts.get("why.fix." + rule.name()),
        rule.specification(),
        mistake.map(one -> Masked.text(one.expected())).orElse(""),
        mistake.map(one -> Masked.text(one.actual())).orElse(""));
  }

  /**
   * What was wrong, for a reader of this language: the sentence itself is English, and more exact.
   */
  static String headline(Texts texts, Refused refused) {
    String sentence = Masked.text(refused.sentence());
    if (texts.language() == Language.EN) {
      return sentence;
    }
    return refused.checks().stream()
        .flatMap(check -> check.broken().stream())
        .map(rule -> texts.get("why.broken", texts.get("why.rule." + rule.name())))
        .findFirst()
        .or(() -> texts.find("refused." + refused.code()))
        .orElse(sentence);
  }

  private static CheckCard alone(Texts texts, Refused refused) {
    RuleLine line =
        new RuleLine(
            refused.code(),
            "broken",
            headline(texts, refused),
            texts.find("fix." + refused.code()).orElse(""),
            SPECIFICATIONS.getOrDefault(refused.code(), OWN),
            "",
            "");
    return new CheckCard("request", texts.get("why.check.request"), List.of(line));
  }
}
