package vn.eid.consent;

import java.io.Serializable;
import vn.eid.InvalidRequestException;

/** The registry's id of a consent. No personal data: keep it, log it. Immutable and thread-safe. */
public record ConsentId(String value) implements Serializable {

  /**
   * Checks the form.
   *
   * @throws InvalidRequestException where it has other than 1 to 128 letters, digits, {@code . _ ~
   *     -}
   */
  public ConsentId {
    // It becomes a path segment, so nothing may get in that could leave the path.
    if (!value.matches("[A-Za-z0-9._~-]{1,128}") || value.matches("\\.+")) {
      throw new InvalidRequestException(
          "consentId", "A consent id has 1 to 128 letters, digits, dots, dashes and underscores.");
    }
  }

  /** The id of a text from your own records. */
  public static ConsentId of(String value) {
    return new ConsentId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
