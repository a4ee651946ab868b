package vn.eid.tax;

/** The registry takes fewer rows at once. Stays inside: they are sent in parts. */
final class TooLargeException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int mostRows;

  TooLargeException(int mostRows) {
    super("At most " + mostRows + " rows.");
    this.mostRows = mostRows;
  }

  int mostRows() {
    return mostRows;
  }
}
