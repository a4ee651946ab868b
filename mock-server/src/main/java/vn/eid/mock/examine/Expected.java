package vn.eid.mock.examine;

/**
 * What is expected of an application, and why.
 *
 * @param section the section that decides it; empty where none does
 * @param why what an attacker gains where a fault is accepted that should be refused; else why it
 *     may be accepted, or cannot be tried
 * @param keepsBusy whether it is meant to keep the application busy, so that not to answer is to
 *     fail
 */
record Expected(Expectation expectation, Need need, String section, String why, boolean keepsBusy) {
  static Expected refuse(String section, String gain) {
    return new Expected(Expectation.REFUSE, Need.NOTHING, section, gain, false);
  }

  static Expected accept(String section, String why) {
    return new Expected(Expectation.ACCEPT, Need.NOTHING, section, why, false);
  }

  static Expected either(String section, String why) {
    return new Expected(Expectation.EITHER, Need.NOTHING, section, why, false);
  }

  static Expected outside(String why) {
    return new Expected(Expectation.OUTSIDE, Need.NOTHING, "", why, false);
  }

  /** The same, only where the application asked for something. */
  Expected where(Need asked) {
    return new Expected(expectation, asked, section, why, keepsBusy);
  }

  /** The same, where no answer in time means that the fault has done its work. */
  Expected keepingBusy() {
    return new Expected(expectation, need, section, why, true);
  }
}
