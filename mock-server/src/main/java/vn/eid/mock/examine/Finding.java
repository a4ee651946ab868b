package vn.eid.mock.examine;

import java.time.Duration;

/**
 * What came out of a trial.
 *
 * @param remark what was seen, or why it was not tried; may be empty
 */
record Finding(Trial trial, Verdict verdict, String remark, Duration took) {
  /** What an application that went on, or did not, has done about a fault that did happen. */
  static Finding of(Trial trial, boolean wentOn, String seen, Duration took) {
    Verdict verdict =
        switch (trial.expected().expectation()) {
          case REFUSE -> wentOn ? Verdict.ACCEPTED : Verdict.REFUSED;
          case ACCEPT -> wentOn ? Verdict.FINE : Verdict.TOO_STRICT;
          case EITHER -> Verdict.FINE;
          case OUTSIDE -> throw new IllegalArgumentException(trial.name());
        };
    return new Finding(trial, verdict, seen, took);
  }

  static Finding notTried(Trial trial, String why) {
    return new Finding(trial, Verdict.NOT_TRIED, why, Duration.ZERO);
  }
}
