package vn.eid.mock.examine;

/** What an application did about a fault, measured by what is expected of it. */
enum Verdict {
  REFUSED("refused"),
  /** It went on where it should have refused. */
  ACCEPTED("ACCEPTED"),
  /** What it did is right, and so would have been the other thing, or was the only one. */
  FINE("fine"),
  /** It refused what the standards allow; no danger, but it will not work with every provider. */
  TOO_STRICT("too strict"),
  NOT_TRIED("not tried");

  /** After a number: what the word stands for, in a report. */
  static final String FINE_MEANS =
      "fine: the standards leave it to the application, or it went on as they demand.";

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
