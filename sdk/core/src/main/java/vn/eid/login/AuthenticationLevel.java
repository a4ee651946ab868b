package vn.eid.login;

import java.util.Arrays;
import java.util.Optional;

/**
 * How surely the citizen was recognised in this login (mức độ xác thực điện tử; Decree
 * 69/2024/ND-CP). On the wire it is the {@code acr} claim, 1 to 4 (ASSUMED).
 */
public enum AuthenticationLevel {
  /** One factor, no biometric. */
  LEVEL_1("1"),
  /** Two different factors, no biometric. */
  LEVEL_2("2"),
  /** Two or more different factors, one of them biometric. */
  LEVEL_3("3"),
  /** A biometric, a possession and a knowledge factor together. */
  LEVEL_4("4");

  private final String acr;

  AuthenticationLevel(String acr) {
    this.acr = acr;
  }

  /** The value of the {@code acr} claim. */
  String acr() {
    return acr;
  }

  /** The level of a value; empty where it is none of these. */
  static Optional<AuthenticationLevel> of(String acr) {
    return Arrays.stream(values()).filter(level -> level.acr.equals(acr)).findFirst();
  }
}
