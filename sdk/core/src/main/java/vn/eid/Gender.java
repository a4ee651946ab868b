package vn.eid;

/** Sex as the register keeps it (giới tính). A citizen number speaks of the first two only. */
public enum Gender {
  MALE,
  FEMALE,
  /** A value that this version of the SDK does not know. */
  OTHER
}
