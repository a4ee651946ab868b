package vn.eid.examples.desk;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.eid.examples.desk.JobView.Status;
import vn.eid.tax.BulkProgress;
import vn.eid.tax.RowOutcome;

/** How far a job has come, in words of the reader's language: for the page, and for its script. */
@Component
final class ProgressFacts {
  private final MessageSource words;

  ProgressFacts(MessageSource words) {
    this.words = words;
  }

  /** Each fact under its name; one that there is not is an empty text. */
  Map<String, String> of(JobView job, Locale reader) {
    NumberFormat numbers = NumberFormat.getIntegerInstance(reader);
    Optional<BulkProgress> progress = job.progress();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("status", say(reader, "status." + job.status()));
    facts.put("percent", progress.map(ProgressFacts::percent).orElse("0"));
    facts.put("rows", numbers.format(job.rows()));
    facts.put("rate", progress.map(p -> rate(p, reader)).orElse(""));
    facts.put("left", left(job, reader));
    facts.put("outage", job.outage().orElse(""));
    for (RowOutcome outcome : RowOutcome.values()) {
      facts.put(outcome.name(), numbers.format(job.count(outcome)));
    }
    return facts;
  }

  /** Rounded down: a hundred is all. */
  private static String percent(BulkProgress progress) {
    return String.valueOf((int) (100 * progress.fraction().orElse(0)));
  }

  private String rate(BulkProgress progress, Locale reader) {
    return progress.rateLimited()
        ? say(reader, "progress.limited", Math.round(progress.rowsPerSecond()))
        : say(reader, "progress.rate", Math.round(progress.rowsPerSecond()));
  }

  private String left(JobView job, Locale reader) {
    return job.status() == Status.RUNNING
        ? job.progress()
            .flatMap(BulkProgress::timeLeft)
            .map(time -> inWords(time, reader))
            .orElse(say(reader, "progress.left.unknown"))
        : "";
  }

  private String inWords(Duration time, Locale reader) {
    if (time.toSeconds() < 60) {
      return say(reader, "progress.left.seconds", Math.max(1, time.toSeconds()));
    }
    return time.toMinutes() < 60
        ? say(reader, "progress.left.minutes", time.toMinutes() + 1)
        : say(reader, "progress.left.hours", time.toHours(), time.toMinutesPart());
  }

  private String say(Locale reader, String name, Object... values) {
    return words.getMessage(name, values, reader);
  }
}
