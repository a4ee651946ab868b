package vn.eid.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import vn.eid.records.Withheld.Reason;

/** What came in a pull so far, and what did not. */
final class Tally {
  private static final int MAX_REASONS = 100;

  private final Map<List<Object>, Withheld> withheld = new LinkedHashMap<>();
  private PullProgress progress;
  private long redacted;
  private OptionalLong total = OptionalLong.empty();

  Tally() {
    this(new PullProgress(0, 0, 0), 0, OptionalLong.empty(), List.of());
  }

  Tally(PullProgress progress, long redacted, OptionalLong total, List<Withheld> withheld) {
    this.progress = progress;
    this.redacted = redacted;
    this.total = total;
    withheld.forEach(this::withhold);
  }

  void resource(long bytes) {
    progress =
        new PullProgress(progress.pages(), progress.resources() + 1, progress.bytes() + bytes);
  }

  void redacted() {
    redacted++;
  }

  /** Takes note of a page that was read to its end. */
  void page(Page<?> page) {
    progress = new PullProgress(progress.pages() + 1, progress.resources(), progress.bytes());
    if (page.total().isPresent()) {
      total = page.total();
    }
    page.withheld().forEach(this::withhold);
  }

  /** The same reason in the same words is one. Beyond some, the words are left out. */
  private void withhold(Withheld one) {
    Withheld kept =
        withheld.size() < MAX_REASONS
            ? one
            : new Withheld(one.reason(), one.count(), Optional.empty());
    withheld.merge(List.of(kept.reason(), kept.text()), kept, Tally::sum);
  }

  private static Withheld sum(Withheld one, Withheld other) {
    OptionalLong count =
        one.count().isPresent() && other.count().isPresent()
            ? OptionalLong.of(one.count().getAsLong() + other.count().getAsLong())
            : OptionalLong.empty();
    return new Withheld(one.reason(), count, one.text());
  }

  PullProgress progress() {
    return progress;
  }

  long redactedCount() {
    return redacted;
  }

  OptionalLong total() {
    return total;
  }

  /** What the provider says is not returned. */
  List<Withheld> told() {
    return List.copyOf(withheld.values());
  }

  /** The same, and what it counts at the end without returning it. */
  List<Withheld> withheld(boolean complete) {
    List<Withheld> all = new ArrayList<>(withheld.values());
    long missing = total.orElse(0) - progress.resources();
    if (complete && missing > 0) {
      all.add(new Withheld(Reason.UNEXPLAINED, OptionalLong.of(missing), Optional.empty()));
    }
    return all;
  }
}
