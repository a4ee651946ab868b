package vn.eid;

/**
 * How alike two names are, from the same to different. Only the first two may be accepted without a
 * person looking: see {@link #mayBeAccepted()}.
 */
public enum NameMatch {
  /** The same characters, after composition (NFC) and with white space as single spaces. */
  EXACT,
  /**
   * The same name in another way of writing it: upper or lower case, the place of a tone mark (hòa,
   * hoà), the kind of apostrophe or hyphen, or a letter that only looks like Đ.
   */
  EXACT_AFTER_FOLD,
  /**
   * The same only without accents, apostrophes and hyphens, as banks and machine-readable zones
   * write. A weak sign: Đoàn and Doãn are two names, and both become Doan.
   */
  ACCENTLESS,
  /**
   * All words of one name are, without accents, among those of the other, in whatever order. A hint
   * for a clerk, no more: very many people share two words of three.
   */
  TOKEN_SUBSET,
  /**
   * Anything else. Also Lý and Lí, or Quý and Quí: i and y are often exchanged, but not always
   * without meaning another name.
   */
  DIFFERENT;

  /** Whether a program may take the names for one: {@link #EXACT} or {@link #EXACT_AFTER_FOLD}. */
  public boolean mayBeAccepted() {
    return this == EXACT || this == EXACT_AFTER_FOLD;
  }
}
