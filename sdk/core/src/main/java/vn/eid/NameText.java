package vn.eid;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What a name may be made of. White space of any kind becomes one space, and characters without
 * width, which come with text copied from pages and files, are left out.
 *
 * <p>Characters that change how the others look are refused, and not left out: what a person saw
 * would not be the name that is kept (Unicode Technical Report 36, section 2).
 */
final class NameText {
  private static final int MAX_LENGTH = 200;

  /** No letter is composed of more than four characters. */
  private static final int MAX_DECOMPOSED = 4 * MAX_LENGTH;

  /** Soft hyphen, zero width space, non-joiner and joiner, word joiner, byte order mark. */
  private static final String WITHOUT_WIDTH = "\u00ad\u200b\u200c\u200d\u2060\ufeff";

  private static final int REPLACEMENT = 0xfffd;

  private NameText() {}

  static String clean(String text) {
    return isClean(text) ? text : cleaned(text);
  }

  /**
   * Whether nothing is to be done, which is nearly always so where millions are read: composed
   * Latin letters with one space between words. None of them changes in NFC.
   */
  private static boolean isClean(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' ? before == ' ' : !isPlainLetter(c)) {
        return false;
      }
      before = c;
    }
    return before != ' ' && text.length() <= MAX_LENGTH;
  }

  private static boolean isPlainLetter(char c) {
    return (c < '\u0250' || (c >= '\u1ea0' && c <= '\u1ef9'))
        && (Character.isUpperCase(c) || Character.isLowerCase(c));
  }

  private static String cleaned(String text) {
    StringBuilder kept = new StringBuilder();
    int position = 0;
    for (int c : text.codePoints().toArray()) {
      position++;
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        kept.append(' ');
      } else if (WITHOUT_WIDTH.indexOf(c) < 0) {
        kept.appendCodePoint(visible(c, position));
      }
    }
    String name = kept.toString().strip().replaceAll(" +", " ");
    // Before composing, which takes quadratic time where many marks stand in the wrong order.
    if (name.length() > MAX_DECOMPOSED) {
      throw wrongLength();
    }
    return measured(Normalizer.normalize(name, Normalizer.Form.NFC));
  }

  private static String measured(String name) {
    if (name.isEmpty() || name.length() > MAX_LENGTH) {
      throw wrongLength();
    }
    if (NameFold.fold(name).codePoints().noneMatch(Character::isLetter)) {
      throw invalid("A full name has letters; this one has none.");
    }
    return name;
  }

  private static int visible(int c, int position) {
    if (c == REPLACEMENT) {
      throw invalid(
          "Character "
              + position
              + " of the full name was lost: the text was read in another encoding than it was"
              + " written in.");
    }
    if (isBlank(c)) {
      throw unseen(c, position);
    }
    switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE ->
          throw unseen(c, position);
      default -> {
        return c;
      }
    }
  }

  /**
   * Whether it is a letter or a mark by its category, and yet nobody sees it: two names would look
   * the same, or one be empty (Unicode, Default_Ignorable_Code_Point; Braille's blank besides).
   */
  private static boolean isBlank(int c) {
    return c == 0x34f
        || c == 0x2800
        || c == 0x3164
        || c == 0xffa0
        || isWithin(c, 0x115f, 0x1160)
        || isWithin(c, 0x17b4, 0x17b5)
        || isWithin(c, 0x180b, 0x180f)
        || isWithin(c, 0xfe00, 0xfe0f)
        || isWithin(c, 0xfff0, 0xfff8)
        || isWithin(c, 0xe0000, 0xe0fff);
  }

  private static boolean isWithin(int c, int first, int last) {
    return c >= first && c <= last;
  }

  private static InvalidRequestException unseen(int c, int position) {
    return invalid(
        String.format(
            Locale.ROOT,
            "Character %d of the full name is U+%04X, which is not a letter and cannot be seen.",
            position,
            c));
  }

  private static InvalidRequestException wrongLength() {
    return invalid("A full name has 1 to 200 characters.");
  }

  private static InvalidRequestException invalid(String problem) {
    return new InvalidRequestException("fullName", problem);
  }
}
