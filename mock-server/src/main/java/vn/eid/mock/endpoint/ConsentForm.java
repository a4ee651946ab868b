package vn.eid.mock.endpoint;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import vn.eid.mock.state.BilingualText;
import vn.eid.mock.state.Client;
import vn.eid.mock.state.ConsentTerms;
import vn.eid.mock.state.DataSet;
import vn.eid.mock.state.Members;
import vn.eid.mock.state.Period;

/** Reads a request for consent. */
final class ConsentForm {
  private static final long SHORTEST = 60;
  // Five years, two of them leap years.
  private static final long LONGEST = Duration.ofDays(5 * 365 + 2).toSeconds();

  private ConsentForm() {}

  static ConsentTerms read(Members body, Client client) {
    body.only("citizen_id", "purpose", "data_sets", "period", "valid_for", "uses", "return_uri");
    String citizenId = CitizenNumber.read(body);
    Members purpose = body.object("purpose").only("code", "text");
    return new ConsentTerms(
        client.id(),
        citizenId,
        purposeCode(purpose),
        text(purpose.object("text")),
        dataSets(body),
        body.optionalObject("period").map(ConsentForm::period),
        Duration.ofSeconds(body.number("valid_for", SHORTEST, LONGEST)),
        uses(body),
        returnUri(body, client));
  }

  private static String purposeCode(Members purpose) {
    String code = purpose.text("code");
    if (!code.matches("[A-Za-z0-9._-]{1,64}")) {
      throw purpose.refuse("code", "must be 1 to 64 letters, digits, dots, dashes or underscores");
    }
    return code;
  }

  // Both languages: a citizen must be able to read what the consent is for (Law 91/2025, article
  // 9).
  private static BilingualText text(Members text) {
    text.only("vi", "en");
    return new BilingualText(text.text("vi"), text.text("en"));
  }

  private static Set<DataSet> dataSets(Members body) {
    List<String> codes = body.texts("data_sets");
    if (codes.isEmpty()) {
      throw body.refuse("data_sets", "must name at least one data set");
    }
    Set<DataSet> sets = new LinkedHashSet<>();
    for (String code : codes) {
      DataSet set =
          DataSet.of(code)
              .orElseThrow(
                  () ->
                      body.refuse(
                          "data_sets",
                          "may name patient_summary, immunizations, identity and residence only"));
      if (!sets.add(set)) {
        throw body.refuse("data_sets", "names a data set twice");
      }
    }
    return sets;
  }

  private static Period period(Members period) {
    period.only("from", "to");
    LocalDate from = day(period, "from");
    LocalDate to = day(period, "to");
    if (from.isAfter(to)) {
      throw period.refuse("from", "is after the period's end");
    }
    return new Period(from, to);
  }

  private static LocalDate day(Members period, String name) {
    try {
      return Period.day(period.text(name));
    } catch (DateTimeException e) {
      throw period.refuse(name, "must be a date such as 2026-11-22");
    }
  }

  private static OptionalInt uses(Members body) {
    Optional<Long> uses = body.optionalNumber("uses", 1, 1000);
    return uses.isPresent() ? OptionalInt.of(Math.toIntExact(uses.get())) : OptionalInt.empty();
  }

  // ASSUMED: the registered return addresses of the login serve for consents too. Compared as
  // strings, so the page is no open redirector (RFC 9700, section 4.11).
  private static Optional<URI> returnUri(Members body, Client client) {
    Optional<String> uri = body.optionalText("return_uri");
    if (uri.isPresent() && !client.redirectUris().contains(uri.get())) {
      throw body.refuse("return_uri", "is not registered for this client, character by character");
    }
    return uri.map(URI::create);
  }
}
