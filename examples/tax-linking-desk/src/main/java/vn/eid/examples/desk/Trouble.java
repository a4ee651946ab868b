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

  /** Of a fault of the desk's own, such as a disk that is full. */
  static Trouble unexpected(RuntimeException e) {
    return new Trouble(
        "Máy chủ gặp lỗi. Hãy báo quản trị viên, rồi bấm \"Chạy tiếp\": không ai bị liên kết hai"
            + " lần.",
        "The server has a fault. Tell your administrator, then press \"Go on\": nobody is linked"
            + " twice.",
        e.getClass().getSimpleName() + ": see the log for \"broke off\".");
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
