package vn.eid.cli;

import java.time.Clock;
import java.util.function.Consumer;
import vn.eid.tax.BulkProgress;

/** Shows how far the work has come, while it lasts. */
interface Progress extends Consumer<BulkProgress>, AutoCloseable {

  /** A line that moves where a person looks at it, and a line now and then for a log file. */
  static Progress shownIn(Shell shell, Words words) {
    ProgressText text = new ProgressText(words);
    return shell.isTerminal()
        ? new ProgressBar(shell.err(), text)
        : new ProgressLog(shell.err(), text, Clock.systemUTC());
  }

  /** Makes room for what is said next. */
  @Override
  void close();
}
