package vn.eid.mock.examine;

/** Why the examination cannot go on, in sentences for the person who started it. */
final class Inconclusive extends Exception {
  private static final long serialVersionUID = 1;

  Inconclusive(String sentences) {
    super(sentences);
  }

  String sentences() {
    return String.valueOf(getMessage());
  }
}
