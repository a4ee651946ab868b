package vn.eid;

import java.text.Normalizer;
import java.util.Comparator;

/**
 * The order of Vietnamese words: by letters (a ă â b c d đ e ê … ), and among equal letters by tone
 * (ngang, huyền, hỏi, ngã, sắc, nặng). This is what a full JDK's {@link java.text.Collator} for
 * {@code vi} does; a runtime without the module {@code jdk.localedata} has another one, silently.
 */
final class WordOrder implements Comparator<String> {
  private static final String ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

  /** Grave, hook above, tilde, acute, dot below. */
  private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";

  private static final char FIRST_LETTER = '\u0080';

  @Override
  public int compare(String one, String other) {
    int byLetters = letters(one).compareTo(letters(other));
    return byLetters == 0 ? tones(one).compareTo(tones(other)) : byLetters;
  }

  private static String letters(String word) {
    String toneless =
        Normalizer.normalize(
            decomposed(word).replaceAll("[" + TONES + "]", ""), Normalizer.Form.NFC);
    StringBuilder ranks = new StringBuilder();
    toneless.chars().forEach(c -> ranks.append(rank((char) c)));
    return ranks.toString();
  }

  /** Letters of other alphabets stand with the one that they are made of: ŏ with o. */
  private static char rank(char letter) {
    int at = ALPHABET.indexOf(letter);
    if (at < 0) {
      at = ALPHABET.indexOf(decomposed(String.valueOf(letter)).charAt(0));
    }
    return at < 0 ? letter : (char) (FIRST_LETTER + at);
  }

  private static String tones(String word) {
    StringBuilder tones = new StringBuilder();
    for (char c : decomposed(word).toCharArray()) {
      int tone = TONES.indexOf(c);
      if (tone >= 0 && !tones.isEmpty()) {
        tones.setCharAt(tones.length() - 1, (char) ('1' + tone));
      } else {
        tones.append('0');
      }
    }
    return tones.toString();
  }

  private static String decomposed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD);
  }
}
