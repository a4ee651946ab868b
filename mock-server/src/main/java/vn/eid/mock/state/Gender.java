package vn.eid.mock.state;

import java.util.Locale;

/** The sex that the population database has, in the words of OpenID Connect's {@code gender}. */
public enum Gender {
  MALE,
  FEMALE;

  /** {@code male} or {@code female} (OpenID Connect Core, section 5.1). */
  public String claim() {
    return name().toLowerCase(Locale.ROOT);
  }
}
