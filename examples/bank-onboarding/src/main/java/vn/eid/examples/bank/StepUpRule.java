package vn.eid.examples.bank;

/**
 * Which transfers want the citizen to be recognised anew (Decision 2345/QD-NHNN): each one above 10
 * million dong, and each one by which the day's total goes above 20 million.
 */
final class StepUpRule {
  static final long ONE_TRANSFER = 10_000_000;
  static final long ONE_DAY = 20_000_000;

  private StepUpRule() {}

  /**
   * @param amount of the transfer, in dong
   * @param sentToday what was sent on this day before it
   */
  static boolean wants(long amount, long sentToday) {
    return amount > ONE_TRANSFER || Math.addExact(sentToday, amount) > ONE_DAY;
  }
}
