package vn.eid.login;

/** Sex as the register keeps it (giới tính). */
public enum Gender {
  MALE,
  FEMALE,
  /** A value that this version of the SDK does not know. */
  OTHER
}
