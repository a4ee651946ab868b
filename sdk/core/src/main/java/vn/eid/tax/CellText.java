package vn.eid.tax;

/** What stands in a cell, without what a spreadsheet puts around a text to keep it one. */
final class CellText {
  private static final char NO_BREAK_SPACE = '\u00a0';

  private CellText() {}

  /** Takes {@code ="012"} and {@code '012} as 012, and spaces that do not break as spaces. */
  static String of(String cell) {
    String text = cell.replace(NO_BREAK_SPACE, ' ').strip();
    if (text.length() >= 3 && text.startsWith("=\"") && text.endsWith("\"")) {
      return text.substring(2, text.length() - 1).strip();
    }
    return text.startsWith("'") ? text.substring(1).strip() : text;
  }
}
