package vn.eid.examples.desk;

import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import vn.eid.EidException;

/**
 * Why a job cannot go on. The SDK's sentences hold no personal data, so they may lie in a file.
 *
 * @param detail for whoever looks after the desk, in English, with the trace to quote
 */
record Trouble(String vietnamese, String english, String detail) {

  static Trouble of(EidException e) {
    return new Trouble(
        e.sentenceFor(Locale.forLanguageTag("vi")),
        e.sentenceFor(Locale.ENGLISH),
        String.valueOf(e.getMessage()));
  }

  static Optional<Trouble> of(Properties words) {
    return Optional.ofNullable(words.getProperty("trouble.vi"))
        .map(
            vietnamese ->
                new Trouble(
                    vietnamese,
                    words.getProperty("trouble.en"),
                    words.getProperty("trouble.detail")));
  }

  void write(Properties words) {
    words.setProperty("trouble.vi", vietnamese);
    words.setProperty("trouble.en", english);
    words.setProperty("trouble.detail", detail);
  }

  public String sentenceFor(Locale locale) {
    return locale.getLanguage().equals("vi") ? vietnamese : english;
  }
}
