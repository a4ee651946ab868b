package vn.eid.mock.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.eid.mock.page.Fact;
import vn.eid.mock.page.Language;
import vn.eid.mock.page.Texts;
import vn.eid.mock.state.BilingualText;
import vn.eid.mock.state.ConsentTerms;
import vn.eid.mock.state.Handling;
import vn.eid.mock.state.MockState;

/** Says the terms of a consent in words. */
final class ConsentFacts {
  private static final Map<Long, String> UNITS =
      Map.of(
          Duration.ofDays(365).toSeconds(),
          "time.years",
          Duration.ofDays(1).toSeconds(),
          "time.days",
          Duration.ofHours(1).toSeconds(),
          "time.hours",
          Duration.ofMinutes(1).toSeconds(),
          "time.minutes",
          1L,
          "time.seconds");

  private final MockState state;
  private final Language language;
  private final Texts texts;

  ConsentFacts(MockState state, Language language) {
    this.state = state;
    this.language = language;
    this.texts = Texts.in(language);
  }

  /** Who wants what for, and who else gets it. */
  List<Fact> people(ConsentTerms terms) {
    return List.of(
        new Fact("consent.about", citizen(terms)),
        new Fact("consent.recipient", ClientNames.in(language, state, terms.clientId())),
        purpose(terms),
        others(terms.handling()));
  }

  /** How much, how long, how often and where to. */
  List<Fact> limits(ConsentTerms terms) {
    return limits(terms, state.clock().instant().plus(terms.validFor()));
  }

  /** The same of what was granted. */
  List<Fact> limits(ConsentTerms terms, Instant until) {
    Handling handling = terms.handling();
    return List.of(
        period(terms),
        until(until),
        uses(terms),
        new Fact(
            "consent.kept",
            handling.retention().map(this::time).orElseGet(() -> texts.get("consent.kept.unsaid"))),
        new Fact("consent.abroad", texts.get("consent.abroad." + handling.crossBorder())));
  }

  Fact purpose(ConsentTerms terms) {
    return new Fact("consent.purpose", in(language, terms.purpose().text()));
  }

  Fact others(Handling handling) {
    List<String> names =
        handling.recipients().stream().map(other -> in(language, other.name())).toList();
    return names.isEmpty()
        ? new Fact("consent.others", texts.get("consent.others.none"))
        : new Fact("consent.others", names);
  }

  Fact dataSets(ConsentTerms terms) {
    return new Fact(
        "consent.data",
        terms.dataSets().stream().map(dataSet -> in(language, dataSet.title())).toList());
  }

  private Fact until(Instant until) {
    return new Fact("consent.until", VietnamTime.moment(until));
  }

  private String citizen(ConsentTerms terms) {
    return state.citizens().find(terms.citizenId()).orElseThrow().name();
  }

  private Fact period(ConsentTerms terms) {
    return new Fact(
        "consent.covers",
        terms
            .period()
            .map(
                period ->
                    texts.get(
                        "consent.period",
                        VietnamTime.day(period.from()),
                        VietnamTime.day(period.to())))
            .orElseGet(() -> texts.get("consent.period.all")));
  }

  private Fact uses(ConsentTerms terms) {
    return new Fact(
        "consent.often",
        terms.uses().isPresent()
            ? texts.get("consent.uses", terms.uses().getAsInt())
            : texts.get("consent.uses.unlimited"));
  }

  /** In the largest unit that says it exactly. */
  private String time(Duration time) {
    long seconds = time.toSeconds();
    long unit =
        UNITS.keySet().stream()
            .filter(size -> seconds % size == 0)
            .max(Long::compare)
            .orElseThrow();
    return texts.get(UNITS.getOrDefault(unit, ""), seconds / unit);
  }

  static String in(Language language, BilingualText text) {
    return language == Language.VI ? text.vi() : text.en();
  }
}
