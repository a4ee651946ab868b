package vn.eid.cli;

/** What the program tells the script that called it. These numbers are documented and stay. */
final class ExitCode {
  /** Every row is linked, now or before. */
  static final int DONE = 0;

  /** All rows have a result, and a person must look at some of them. */
  static final int SOME_NEED_A_PERSON = 1;

  /**
   * An option, a file, the key or the registration is wrong: nothing goes on before it is right.
   */
  static final int WRONG_USE = 2;

  /** An outage or Ctrl-C: call it again with {@code --resume}. */
  static final int STOPPED = 3;

  /** Something that was received failed a check. */
  static final int UNTRUSTED = 4;

  /** A fault of this program (EX_SOFTWARE of BSD's sysexits). */
  static final int FAULT = 70;

  private ExitCode() {}
}
