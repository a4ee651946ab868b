package vn.eid.login;

/**
 * The level of an e-ID account (mức độ tài khoản định danh điện tử; Decree 69/2024/ND-CP, articles
 * 7 to 9). Not to be confused with {@link AuthenticationLevel}, which is about one login.
 */
public enum AccountLevel {
  /** Electronic identity and some functions. */
  LEVEL_1,
  /** The electronic citizen card and all functions: worth the physical card in a transaction. */
  LEVEL_2
}
