package vn.eid.mock.endpoint;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import vn.eid.mock.state.BilingualText;
import vn.eid.mock.state.Client;
import vn.eid.mock.state.ConsentNotice;
import vn.eid.mock.state.ConsentTerms;
import vn.eid.mock.state.DataSet;
import vn.eid.mock.state.Members;
import vn.eid.mock.state.Purpose;

/** Reads a request for consent. */
final class ConsentForm {
  private static final long SHORTEST = 60;
  // Five years, two of them leap years.
  private static final long LONGEST = Duration.ofDays(5 * 365 + 2).toSeconds();
  private static final int LONGEST_NOTICE = 4000;

  private ConsentForm() {}

  static ConsentTerms read(Members body, Client client) {
    body.only(
        "citizen_id",
        "purpose",
        "data_sets",
        "period",
        "valid_for",
        "uses",
        "recipients",
        "cross_border",
        "retention",
        "notice",
        "return_uri");
    return new ConsentTerms(
        client.id(),
        CitizenNumber.read(body),
        purpose(body.object("purpose").only("code", "text")),
        dataSets(body),
        body.optionalObject("period").map(PeriodForm::read),
        Duration.ofSeconds(body.number("valid_for", SHORTEST, LONGEST)),
        uses(body),
        HandlingForm.read(body),
        body.optionalObject("notice").map(ConsentForm::notice).orElse(ConsentNotice.USUAL),
        returnUri(body, client));
  }

  private static Purpose purpose(Members purpose) {
    return new Purpose(code(purpose, "code"), text(purpose.object("text")));
  }

  /** A name that others give to something. */
  static String code(Members object, String member) {
    String code = object.text(member);
    if (!code.matches("[A-Za-z0-9._-]{1,64}")) {
      throw object.refuse(member, "must be 1 to 64 letters, digits, dots, dashes or underscores");
    }
    return code;
  }

  // Both languages: a citizen must be able to read what the consent is for (Law 91/2025, article
  // 9).
  static BilingualText text(Members text) {
    text.only("vi", "en");
    return new BilingualText(text.text("vi"), text.text("en"));
  }

  private static ConsentNotice notice(Members notice) {
    notice.only("version", "text");
    Members text = notice.object("text").only("vi", "en");
    return new ConsentNotice(
        code(notice, "version"),
        new BilingualText(text.text("vi", LONGEST_NOTICE), text.text("en", LONGEST_NOTICE)));
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
              .orElseThrow(() -> body.refuse("data_sets", "may name " + DataSet.codes() + " only"));
      if (!sets.add(set)) {
        throw body.refuse("data_sets", "names a data set twice");
      }
    }
    return sets;
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
