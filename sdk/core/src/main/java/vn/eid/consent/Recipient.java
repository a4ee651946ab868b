package vn.eid.consent;

import vn.eid.InvalidRequestException;

/**
 * Somebody who gets the data beside the application that asks (bên nhận dữ liệu), such as a
 * laboratory. Immutable and thread-safe.
 *
 * @param code your stable code for it
 * @param vietnamese its name as the citizen reads it
 * @param english the same for those who read English
 */
public record Recipient(String code, String vietnamese, String english) {
  private static final int MAX_NAME = 200;

  /**
   * Checks the form.
   *
   * @throws InvalidRequestException where the code is not 1 to 64 letters, digits, dots, dashes and
   *     underscores, or a name is empty or over 200 characters
   */
  public Recipient {
    if (!code.matches("[A-Za-z0-9._-]{1,64}")) {
      throw new InvalidRequestException(
          "recipients",
          "A recipient's code has 1 to 64 letters, digits, dots, dashes and underscores.");
    }
    if (!isName(vietnamese) || !isName(english)) {
      throw new InvalidRequestException(
          "recipients",
          "A recipient has a name of 1 to 200 characters in Vietnamese and in English.");
    }
  }

  /** A recipient with the name that the citizen reads. */
  public static Recipient of(String code, String vietnamese, String english) {
    return new Recipient(code, vietnamese, english);
  }

  private static boolean isName(String text) {
    return !text.isBlank() && text.length() <= MAX_NAME;
  }
}
