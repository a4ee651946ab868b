package vn.eid.login;

/**
 * How surely the citizen was recognised in this login (mức độ xác thực điện tử; Decree
 * 69/2024/ND-CP). On the wire it is the {@code acr} claim, 1 to 4 (ASSUMED).
 */
public enum AuthenticationLevel {
  /** One factor, no biometric. */
  LEVEL_1,
  /** Two different factors, no biometric. */
  LEVEL_2,
  /** Two or more different factors, one of them biometric. */
  LEVEL_3,
  /** A biometric, a possession and a knowledge factor together. */
  LEVEL_4
}
