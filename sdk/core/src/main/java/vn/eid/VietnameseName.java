package vn.eid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A person's whole name (họ, chữ đệm và tên khai sinh: one field in law and in the registers), in
 * composed Unicode (NFC, as TCVN 6909:2001 wants it). It is never split: where the family name ends
 * cannot be told from the words. Nor is its case changed: upper case with accents is what cards and
 * health insurance files have.
 *
 * <p>Hyphens, apostrophes, dots and words of one letter belong to a name (Y Moan Êñuôl, H'Hen Niê).
 * Text of before Unicode (TCVN3, VNI, VIQR) is not decoded.
 *
 * <p>{@link #toString()} shows nothing of it. This class is immutable and thread-safe.
 */
public final class VietnameseName {
  private static final Comparator<VietnameseName> BY_GIVEN_NAME = new NameOrder();

  private final String value;

  private VietnameseName(String value) {
    this.value = value;
  }

  /**
   * Reads a name. White space of any kind becomes one space; characters without width are left out.
   *
   * @throws InvalidRequestException where it is over 200 characters, has no letter, or has control
   *     characters, such as those that turn the direction of the text; the sentence says at which
   *     character and does not repeat the name
   */
  public static VietnameseName of(String text) {
    return new VietnameseName(NameText.clean(text));
  }

  /**
   * The order of Vietnamese lists: given name, family name, middle names, by the Vietnamese
   * alphabet and its tones. For this alone the last word is taken for the given name and the first
   * for the family name, which is not true of everybody. It agrees with {@link #equals(Object)}.
   */
  public static Comparator<VietnameseName> byGivenName() {
    return BY_GIVEN_NAME;
  }

  /** The name as it was given, in composed Unicode. Personal data: do not log it. */
  public String value() {
    return value;
  }

  /** How alike the two are. It does not matter which is compared with which. */
  public NameMatch compare(VietnameseName other) {
    if (equals(other)) {
      return NameMatch.EXACT;
    }
    String folded = NameFold.fold(value);
    String otherFolded = NameFold.fold(other.value);
    if (folded.equals(otherFolded)) {
      return NameMatch.EXACT_AFTER_FOLD;
    }
    String plain = NameFold.accentless(folded);
    String otherPlain = NameFold.accentless(otherFolded);
    if (plain.equals(otherPlain)) {
      return NameMatch.ACCENTLESS;
    }
    return isPartOf(plain, otherPlain) || isPartOf(otherPlain, plain)
        ? NameMatch.TOKEN_SUBSET
        : NameMatch.DIFFERENT;
  }

  /**
   * Whether it has a letter that only looks like Đ or đ (Ð U+00D0, Ɖ U+0189, ð U+00F0, ɖ U+0256).
   * {@link #compare} takes it for one; have it corrected before you store the name.
   */
  public boolean hasLookAlike() {
    return value.codePoints().anyMatch(NameFold::looksLikeD);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VietnameseName that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "VietnameseName[…]";
  }

  /** Each word as often as it occurs: Trần Trần is no part of Trần Lê. */
  private static boolean isPartOf(String name, String whole) {
    List<String> left = new ArrayList<>(List.of(whole.split(" ", -1)));
    return List.of(name.split(" ", -1)).stream().allMatch(left::remove);
  }
}
