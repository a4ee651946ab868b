package vn.eid.consent;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import vn.eid.internal.jose.Hashes;
import vn.eid.internal.json.Json;

/**
 * What a consent is about: asked for, or granted. The citizen may grant less than was asked, never
 * more and never something else. Two with the same content are equal. Immutable and thread-safe.
 */
public final class ConsentTerms {
  private final Wording purpose;
  private final Scope scope;
  private final Handling handling;

  /** The purpose in words. */
  record Wording(String code, String vietnamese, String english) {}

  /** What the citizen may cut down. */
  record Scope(
      Set<String> dataSets, Duration validity, Optional<Period> period, OptionalInt uses) {}

  /** What stays as it was asked. */
  record Handling(
      Set<String> recipients,
      boolean crossBorder,
      Optional<Duration> retention,
      NoticeMark notice) {}

  /** Which notice was shown: SHA-256 of each text in UTF-8, as lower-case hex. */
  record NoticeMark(String version, String vietnamese, String english) {}

  ConsentTerms(Wording purpose, Scope scope, Handling handling) {
    this.purpose = purpose;
    this.scope = scope;
    this.handling = handling;
  }

  /** The code of the purpose (mục đích xử lý). */
  public String purpose() {
    return purpose.code();
  }

  /** The names of the data sets. */
  public Set<String> dataSets() {
    return scope.dataSets();
  }

  /** The days that the data may be about; empty for any. */
  public Optional<Period> period() {
    return scope.period();
  }

  /** How often each data set may be pulled; empty for any number of times. */
  public OptionalInt uses() {
    return scope.uses();
  }

  /** How long the consent holds, from the citizen's yes on. */
  public Duration validity() {
    return scope.validity();
  }

  /** The codes of those who get the data beside the application; empty for nobody else. */
  public Set<String> recipients() {
    return handling.recipients();
  }

  /** Whether the data leaves Vietnam (chuyển dữ liệu ra nước ngoài; Law 91/2025/QH15). */
  public boolean isCrossBorder() {
    return handling.crossBorder();
  }

  /** How long the application keeps the data; empty where that was not said. */
  public Optional<Duration> retention() {
    return handling.retention();
  }

  /** The version of the notice that the citizen was shown. */
  public String noticeVersion() {
    return handling.notice().version();
  }

  /** The SHA-256 of the notice in Vietnamese, of its UTF-8 bytes, as lower-case hex. */
  public String vietnameseNoticeHash() {
    return handling.notice().vietnamese();
  }

  /** The SHA-256 of the notice in English, of its UTF-8 bytes, as lower-case hex. */
  public String englishNoticeHash() {
    return handling.notice().english();
  }

  Wording wording() {
    return purpose;
  }

  NoticeMark notice() {
    return handling.notice();
  }

  /** In the registry's words; sets in alphabetical order, so that equal terms give equal JSON. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("purpose", ordered("code", purpose.code(), "text", words()));
    json.put("data_sets", sorted(scope.dataSets()));
    json.put("valid_for", scope.validity().toSeconds());
    scope.period().ifPresent(days -> json.put("period", days(days)));
    scope.uses().ifPresent(uses -> json.put("uses", uses));
    json.put("recipients", sorted(handling.recipients()));
    json.put("cross_border", handling.crossBorder());
    handling.retention().ifPresent(time -> json.put("retention", time.toSeconds()));
    NoticeMark notice = handling.notice();
    Map<String, Object> hashes = ordered("vi", notice.vietnamese(), "en", notice.english());
    json.put("notice", ordered("version", notice.version(), "sha256", hashes));
    return json;
  }

  /** Short, and different for different terms: what is remembered of many. */
  String fingerprint() {
    return Hashes.sha256(Json.bytes(json()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConsentTerms that
        && purpose.equals(that.purpose)
        && scope.equals(that.scope)
        && handling.equals(that.handling);
  }

  @Override
  public int hashCode() {
    return scope.hashCode();
  }

  @Override
  public String toString() {
    return "ConsentTerms[" + purpose() + ", " + dataSets() + ", for " + validity() + "]";
  }

  private Map<String, Object> words() {
    return ordered("vi", purpose.vietnamese(), "en", purpose.english());
  }

  private static Map<String, Object> days(Period period) {
    return ordered("from", period.from().toString(), "to", period.to().toString());
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }

  private static Map<String, Object> ordered(String a, Object first, String b, Object second) {
    Map<String, Object> two = new LinkedHashMap<>();
    two.put(a, first);
    two.put(b, second);
    return two;
  }
}
