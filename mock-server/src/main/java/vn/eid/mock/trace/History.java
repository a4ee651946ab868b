package vn.eid.mock.trace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The last requests, and the last that were refused: a thousand of each at most, and no more than
 * some 32 MB. Adding one costs the same for the first and for the millionth. Safe for use by
 * threads.
 */
public final class History {
  private final AtomicLong numbers = new AtomicLong();
  private final Recent steps = new Recent();
  private final Recent refused = new Recent();

  /** The number of the next step. */
  public long nextNumber() {
    return numbers.incrementAndGet();
  }

  public void add(Step step) {
    steps.add(step);
    if (step.refused().isPresent()) {
      refused.add(step);
    }
  }

  /** The steps that are kept, the oldest first. */
  public List<Step> steps() {
    return steps.list();
  }

  /** The steps that were refused and are kept, the oldest first. */
  public List<Step> refused() {
    return refused.list();
  }

  /** The step of a number, if it is kept. */
  public Optional<Step> step(long number) {
    return steps().stream().filter(step -> step.number() == number).findFirst();
  }

  /** The newest refusal under a {@linkplain Step#whyName name}. */
  public Optional<Step> refused(String whyName) {
    return refused().stream()
        .filter(step -> step.whyName().equals(whyName))
        .reduce((older, newer) -> newer);
  }

  public void clear() {
    steps.clear();
    refused.clear();
  }

  private static final class Recent {
    private static final int MOST = 1000;
    private static final long MOST_WEIGHT = 16L * 1024 * 1024;

    private final Deque<Step> kept = new ArrayDeque<>();
    private long weight;

    synchronized void add(Step step) {
      kept.addLast(step);
      weight += step.weight();
      while (kept.size() > MOST || weight > MOST_WEIGHT) {
        weight -= kept.removeFirst().weight();
      }
    }

    synchronized List<Step> list() {
      return List.copyOf(kept);
    }

    synchronized void clear() {
      kept.clear();
      weight = 0;
    }
  }
}
