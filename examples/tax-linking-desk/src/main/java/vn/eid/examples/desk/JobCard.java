package vn.eid.examples.desk;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import vn.eid.tax.RowOutcome;

/**
 * What the desk itself notes of a job; all else is in the results and in the SDK's journal.
 *
 * @param counts what the last run had come to when it ended
 * @param trouble why a job failed
 */
record JobCard(
    String id,
    String fileName,
    Instant uploadedAt,
    String uploadedBy,
    Charset encoding,
    State state,
    Map<RowOutcome, Long> counts,
    Optional<Trouble> trouble) {

  /** An unfinished job goes on by itself, after a restart too; the others wait for a person. */
  enum State {
    UNFINISHED,
    PAUSED,
    FAILED,
    FINISHED
  }

  JobCard {
    counts = Map.copyOf(counts);
  }

  static JobCard of(String id, Properties words) {
    Map<RowOutcome, Long> counts = new EnumMap<>(RowOutcome.class);
    for (RowOutcome outcome : RowOutcome.values()) {
      String count = words.getProperty("count." + outcome);
      if (count != null) {
        counts.put(outcome, Long.valueOf(count));
      }
    }
    return new JobCard(
        id,
        words.getProperty("file"),
        Instant.parse(words.getProperty("uploaded")),
        words.getProperty("by"),
        Charset.forName(words.getProperty("encoding")),
        State.valueOf(words.getProperty("state").toUpperCase(Locale.ROOT)),
        counts,
        Trouble.of(words));
  }

  Properties words() {
    Properties words = new Properties();
    words.setProperty("file", fileName);
    words.setProperty("uploaded", uploadedAt.toString());
    words.setProperty("by", uploadedBy);
    words.setProperty("encoding", encoding.name());
    words.setProperty("state", state.name().toLowerCase(Locale.ROOT));
    counts.forEach((outcome, count) -> words.setProperty("count." + outcome, count.toString()));
    trouble.ifPresent(what -> what.write(words));
    return words;
  }

  boolean isUnfinished() {
    return state == State.UNFINISHED;
  }

  JobCard in(State next) {
    return with(next, counts, Optional.empty());
  }

  JobCard counting(Map<RowOutcome, Long> rows) {
    return with(state, rows, trouble);
  }

  /** What a run had come to that ended before its job did. */
  JobCard unlessFinished(Map<RowOutcome, Long> rows) {
    return state == State.FINISHED ? this : counting(rows);
  }

  JobCard failed(Trouble why) {
    return with(State.FAILED, counts, Optional.of(why));
  }

  private JobCard with(State next, Map<RowOutcome, Long> rows, Optional<Trouble> why) {
    return new JobCard(id, fileName, uploadedAt, uploadedBy, encoding, next, rows, why);
  }

  @Override
  public String toString() {
    return "JobCard[" + id + ", " + state + "]";
  }
}
