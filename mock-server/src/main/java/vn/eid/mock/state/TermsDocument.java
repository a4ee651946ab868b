package vn.eid.mock.state;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The terms of a consent as the registry writes them. ASSUMED: the names are ours. */
public final class TermsDocument {
  private TermsDocument() {}

  /** What was asked for. */
  public static Map<String, Object> asked(ConsentTerms terms) {
    Map<String, Object> members = granted(terms);
    members.put("valid_for", terms.validFor().toSeconds());
    return members;
  }

  /** What was granted, without the time: a receipt's own expiry says until when. */
  static Map<String, Object> granted(ConsentTerms terms) {
    Handling handling = terms.handling();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put(
        "purpose", Map.of("code", terms.purpose().code(), "text", text(terms.purpose().text())));
    members.put("data_sets", terms.dataSets().stream().map(DataSet::code).toList());
    terms.period().ifPresent(period -> members.put("period", period(period)));
    terms.uses().ifPresent(uses -> members.put("uses", uses));
    members.put("recipients", recipients(handling));
    members.put("cross_border", handling.crossBorder());
    handling.retention().map(Duration::toSeconds).ifPresent(s -> members.put("retention", s));
    members.put("notice", notice(terms.notice()));
    return members;
  }

  private static List<String> recipients(Handling handling) {
    return handling.recipients().stream().map(OtherRecipient::code).toList();
  }

  private static Map<String, Object> notice(ConsentNotice notice) {
    return Map.of("version", notice.version(), "sha256", notice.sha256());
  }

  private static Map<String, String> text(BilingualText text) {
    return Map.of("vi", text.vi(), "en", text.en());
  }

  private static Map<String, String> period(Period period) {
    return Map.of("from", period.from().toString(), "to", period.to().toString());
  }
}
