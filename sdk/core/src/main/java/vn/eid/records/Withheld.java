package vn.eid.records;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something that was agreed and not returned.
 *
 * @param reason why
 * @param count how many items, where the provider says so
 * @param text the provider's own words, where it has any: for people, not for programs
 */
public record Withheld(Reason reason, OptionalLong count, Optional<String> text) {

  /** Why something is not returned. */
  public enum Reason {
    /** The citizen hid it in the health book. */
    CITIZEN_HID,
    /** It is sensitive, and the provider gives it out in no pull. */
    SENSITIVE,
    /** The facility that wrote it restricts it. */
    FACILITY_RESTRICTS,
    /** Its source did not answer: pull again later. */
    SOURCE_UNREACHABLE,
    /** The provider counts more than it returned, and does not say why. */
    UNEXPLAINED,
    /** A reason that this version of the SDK does not know. */
    OTHER
  }

  /** The reason behind the provider's word for it (ASSUMED). */
  static Reason reason(String code) {
    return switch (code) {
      case "citizen_hid" -> Reason.CITIZEN_HID;
      case "sensitive" -> Reason.SENSITIVE;
      case "facility_restricts" -> Reason.FACILITY_RESTRICTS;
      case "source_unreachable" -> Reason.SOURCE_UNREACHABLE;
      default -> Reason.OTHER;
    };
  }

  /** Without the provider's words, which may speak of the person. */
  @Override
  public String toString() {
    return "Withheld[" + reason + ", " + (count.isPresent() ? count.getAsLong() : "?") + "]";
  }
}
