package vn.eid.cli;

import java.time.Duration;
import vn.eid.tax.BulkProgress;

/** Progress in words: percent, rows, rate, time left, and why it stands still. */
final class ProgressText {
  private final Words words;

  ProgressText(Words words) {
    this.words = words;
  }

  String of(BulkProgress progress) {
    String text =
        words.say(
            "progress", percent(progress), progress.rows(), Math.round(progress.rowsPerSecond()));
    if (progress.outage().isPresent()) {
      return words.say(
          "progress.outage", percent(progress), progress.rows(), progress.outage().get());
    }
    if (progress.rateLimited()) {
      return text + "  " + words.say("progress.waiting");
    }
    return progress
        .timeLeft()
        .filter(time -> !time.isZero())
        .map(time -> text + "  " + words.say("progress.left", of(time)))
        .orElse(text);
  }

  /** A time that a person can take in. */
  String of(Duration time) {
    long seconds = Math.max(time.toSeconds(), 1);
    if (seconds < 60) {
      return words.say("duration.seconds", seconds);
    }
    return seconds < 3600
        ? words.say("duration.minutes", seconds / 60, seconds % 60)
        : words.say("duration.hours", seconds / 3600, seconds % 3600 / 60);
  }

  /** Rounded down: 100 is said when all is done. */
  static int percent(BulkProgress progress) {
    return (int) (progress.fraction().orElse(0) * 100);
  }
}
