package vn.eid.consent;

import vn.eid.InvalidRequestException;

/**
 * What the data is wanted for (mục đích xử lý). One consent has one purpose, in words that the
 * citizen understands (Law 91/2025/QH15, article 9). Immutable and thread-safe.
 *
 * @param code your stable code for it, such as {@code TREATMENT}
 * @param vietnamese the sentence that the citizen reads
 * @param english the same for those who read English
 */
public record Purpose(String code, String vietnamese, String english) {
  private static final int MAX_TEXT = 500;

  /**
   * Checks the form.
   *
   * @throws InvalidRequestException where the code is no plain word or a text is empty or over 500
   *     characters
   */
  public Purpose {
    if (!code.matches("[A-Z][A-Z0-9_]{0,63}")) {
      throw new InvalidRequestException(
          "purpose", "A purpose's code is a plain word in capitals, such as TREATMENT.");
    }
    if (!isSentence(vietnamese) || !isSentence(english)) {
      throw new InvalidRequestException(
          "purpose", "A purpose has a text of 1 to 500 characters in Vietnamese and in English.");
    }
  }

  /** A purpose with what the citizen reads about it. */
  public static Purpose of(String code, String vietnamese, String english) {
    return new Purpose(code, vietnamese, english);
  }

  private static boolean isSentence(String text) {
    return !text.isBlank() && text.length() <= MAX_TEXT;
  }
}
