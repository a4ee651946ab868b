package vn.eid;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the tone mark stands on oa, oe and uy: on the first vowel by the older usage (hòa, khỏe,
 * thúy), on the second by the newer (hoà, khoẻ, thuý). Both are current, and they are different
 * texts even in composed Unicode.
 *
 * <p>There is a choice only where the two end the syllable and no vowel precedes them: hoài, hoàn
 * and Nguyễn are written in one way. In quý, whose u belongs to the q, the newer place is the only
 * right one, so that qúy becomes it. The vowels ia and ua are not touched: they are marked by what
 * stands before them (bìa but già, mùa but quà).
 */
final class TonePlacement {
  private static final Map<String, String> NEWER =
      rows(
          "òa oà óa oá ỏa oả õa oã ọa oạ òe oè óe oé ỏe oẻ õe oẽ ọe oẹ ùy uỳ úy uý ủy uỷ ũy uỹ ụy uỵ");

  private static final String VOWELS = "aeiouy";

  private TonePlacement() {}

  /** A lower-case text in composed Unicode, with the newer places. */
  static String unify(String text) {
    StringBuilder unified = new StringBuilder(text);
    for (int i = 0; i + 2 <= text.length(); i++) {
      String newer = NEWER.get(text.substring(i, i + 2));
      if (newer != null && !followsVowel(text, i) && endsSyllable(text, i + 2)) {
        unified.replace(i, i + 2, newer);
      }
    }
    return unified.toString();
  }

  private static boolean followsVowel(String text, int at) {
    return at > 0 && VOWELS.indexOf(base(text.charAt(at - 1))) >= 0;
  }

  private static boolean endsSyllable(String text, int at) {
    return at == text.length()
        || !(Character.isLetter(text.codePointAt(at)) || isMark(text.codePointAt(at)));
  }

  private static boolean isMark(int c) {
    return Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static char base(char c) {
    return Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
  }

  private static Map<String, String> rows(String pairs) {
    String[] forms = pairs.split(" ", -1);
    Map<String, String> table = new HashMap<>();
    for (int i = 0; i < forms.length; i += 2) {
      table.put(forms[i], forms[i + 1]);
    }
    return Map.copyOf(table);
  }
}
