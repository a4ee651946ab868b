package vn.eid;

import java.util.Optional;

/**
 * Where a birth was registered, as far as a citizen number tells.
 *
 * <p>The codes are those of the 63 provinces that were until 30 June 2025 (Circular 07/2016/TT-BCA,
 * annex 1; Circular 59/2021/TT-BCA). Since 1 July 2025 there are 34 (Resolution 202/2025/QH15),
 * some of which keep the code of another former province. Which codes numbers for births registered
 * since then begin with is not published, so for birth years from 2025 on the province is {@link
 * Kind#UNKNOWN}. A birth of an earlier year that was registered late, after that day, cannot be
 * told from the others.
 *
 * <p>{@link #toString()} says the kind only. This class is immutable and thread-safe.
 */
public final class RegistrationPlace {
  private static final int LAST_WHOLE_YEAR_OF_63 = 2024;

  private final String code;
  private final Kind kind;

  /** How much the code tells. */
  public enum Kind {
    /** One of the 63 provinces that were until 30 June 2025. */
    PROVINCE,
    /**
     * Outside Vietnam: 000, or 101 to 295 (Circular 07/2016/TT-BCA, annex 2). The country is not
     * named: that annex is not at hand.
     */
    ABROAD,
    /** In Vietnam, but which province the code means is not known for this birth year. */
    UNKNOWN,
    /** 099: test data. */
    SYNTHETIC
  }

  private RegistrationPlace(String code, Kind kind) {
    this.code = code;
    this.kind = kind;
  }

  static RegistrationPlace of(String code, int birthYear) {
    return new RegistrationPlace(code, kind(code, birthYear));
  }

  private static Kind kind(String code, int birthYear) {
    if (code.equals(RegistrationCodes.SYNTHETIC)) {
      return Kind.SYNTHETIC;
    }
    if (RegistrationCodes.isAbroad(code)) {
      return Kind.ABROAD;
    }
    return birthYear <= LAST_WHOLE_YEAR_OF_63 ? Kind.PROVINCE : Kind.UNKNOWN;
  }

  public Kind kind() {
    return kind;
  }

  /** The first three digits of the number. */
  public String code() {
    return code;
  }

  /**
   * The Vietnamese name of the province at that time, in the spelling of the laws, such as {@code
   * Thanh Hóa}. Present exactly where {@link #kind()} is {@link Kind#PROVINCE}.
   */
  public Optional<String> province() {
    return kind == Kind.PROVINCE ? RegistrationCodes.provinceBefore2025(code) : Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RegistrationPlace that && code.equals(that.code) && kind == that.kind;
  }

  @Override
  public int hashCode() {
    return code.hashCode();
  }

  @Override
  public String toString() {
    return "RegistrationPlace[" + kind + "]";
  }
}
