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

  /** What an application that gave no answer, or none in time, has done about it. */
  static Finding silent(Trial trial, Visit visit, Duration took) {
    return visit.hung() && trial.expected().keepsBusy()
        ? new Finding(trial, Verdict.ACCEPTED, "hung: the browser " + visit.seen(), took)
        : notTried(trial, "it did not answer, which is no refusal: the browser " + visit.seen());
  }

  /** The same, where it is in doubt whether a refusal was one; what was accepted stays accepted. */
  Finding doubted(String why) {
    return verdict == Verdict.ACCEPTED || verdict == Verdict.NOT_TRIED
        ? this
        : notTried(trial, why);
  }

  /** The same trial, of which nothing at all is known. */
  Finding worthNothing(String why) {
    return verdict == Verdict.NOT_TRIED ? this : notTried(trial, why);
  }

  static Finding notTried(Trial trial, String why) {
    return new Finding(trial, Verdict.NOT_TRIED, why, Duration.ZERO);
  }
}
