package vn.eid.mock.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages that the pages speak. Vietnamese where nothing else is asked for. */
public enum Language {
  VI(Locale.forLanguageTag("vi")),
  EN(Locale.ENGLISH);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  Locale locale() {
    return locale;
  }

  /** The value of the {@code lang} attribute. */
  public String tag() {
    return locale.toLanguageTag();
  }

  /** The one that a reader may change to. */
  public Language other() {
    return this == VI ? EN : VI;
  }

  /** The language of a tag, if the pages speak it. */
  public static Optional<Language> named(String tag) {
    for (Language language : values()) {
      if (Locale.forLanguageTag(tag).getLanguage().equals(language.tag())) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /** The first of several tags, separated by spaces, that the pages speak. */
  public static Optional<Language> firstNamed(String tags) {
    return Arrays.stream(tags.split(" ", -1)).flatMap(tag -> named(tag).stream()).findFirst();
  }

  /** The best match for an {@code Accept-Language} header (RFC 9110, section 12.5.4). */
  public static Language accepted(String header) {
    try {
      Locale best =
          Locale.lookup(Locale.LanguageRange.parse(header), List.of(VI.locale, EN.locale));
      return EN.locale.equals(best) ? EN : VI;
    } catch (IllegalArgumentException e) {
      return VI;
    }
  }
}
