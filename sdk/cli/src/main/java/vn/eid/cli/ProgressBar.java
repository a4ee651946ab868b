package vn.eid.cli;

import java.io.PrintStream;
import vn.eid.tax.BulkProgress;

/**
 * One line of a terminal, written over again and again. It uses nothing but the carriage return,
 * which every terminal has.
 */
final class ProgressBar implements Progress {
  private static final int WIDTH = 20;

  /** A line that wraps could not be written over. */
  private static final int LONGEST = 79;

  private final PrintStream out;
  private final ProgressText text;
  private int shown;

  ProgressBar(PrintStream out, ProgressText text) {
    this.out = out;
    this.text = text;
  }

  @Override
  public void accept(BulkProgress progress) {
    int full = ProgressText.percent(progress) * WIDTH / 100;
    String line = "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + text.of(progress);
    show(line.substring(0, Math.min(line.length(), LONGEST)));
  }

  @Override
  public void close() {
    if (shown > 0) {
      show("");
      out.print('\r');
      out.flush();
    }
  }

  private void show(String line) {
    out.print("\r" + line + " ".repeat(Math.max(shown - line.length(), 0)));
    out.flush();
    shown = line.length();
  }
}
