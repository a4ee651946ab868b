package vn.eid.internal;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/**
 * What this process knows of consents, so that it refuses by itself what a consent does not cover
 * any more: which ones ended, and which pulls used one up. Bounded: the oldest makes room for the
 * newest, and then the registry alone refuses. Thread-safe.
 */
public final class KnownConsents {
  private static final int MAX = 100_000;

  /**
   * The end of a consent.
   *
   * @param cause the registry's word for it
   */
  public record End(String cause, Instant at) {

    /** Whether what was read before may be used no more; one that is used up forbids new reads. */
    public boolean reachesWhatWasRead() {
      return !cause.equals("used_up");
    }
  }

  private final Map<String, End> ends = bounded();
  private final Map<String, Set<String>> pulls = bounded();
  private final Map<String, End> proven = bounded();
  private final List<BiConsumer<String, End>> listeners = new CopyOnWriteArrayList<>();

  /** How a consent ended, where this process was told. */
  public synchronized Optional<End> end(String consentId) {
    return Optional.ofNullable(ends.get(consentId));
  }

  /** How a consent ended, where that was proven: only then is what was read destroyed. */
  public synchronized Optional<End> provenEnd(String consentId) {
    return Optional.ofNullable(proven.get(consentId));
  }

  /**
   * Takes note that a consent is said to have ended. Nothing is read under it from now on, and
   * nobody is told: what was read is not destroyed for a word that may be false.
   */
  public synchronized void stop(String consentId, End end) {
    note(ends, consentId, end);
  }

  /**
   * Takes note that a consent ended. The first end counts, unless that left what was read alone and
   * this one does not; what counts is told on, once.
   */
  public void ended(String consentId, End end) {
    stop(consentId, end);
    if (isNews(consentId, end)) {
      listeners.forEach(listener -> listener.accept(consentId, end));
    }
  }

  /** Tells of each consent that ends from now on, on the thread that learns of it. */
  public void onEnd(BiConsumer<String, End> listener) {
    listeners.add(listener);
  }

  /**
   * Takes one use of a data set for a pull; a pull takes one only, however often it asks.
   *
   * @param most how often the citizen allowed
   * @return whether there was one left
   */
  public synchronized boolean use(String consentId, String dataSet, String pull, int most) {
    Set<String> taken = pulls.computeIfAbsent(consentId + " " + dataSet, unused -> new HashSet<>());
    return taken.contains(pull) || (taken.size() < most && taken.add(pull));
  }

  /** Gives a use back that the registry certainly did not count. */
  public synchronized void giveBack(String consentId, String dataSet, String pull) {
    pulls.computeIfPresent(
        consentId + " " + dataSet,
        (unused, taken) -> {
          taken.remove(pull);
          return taken;
        });
  }

  private synchronized boolean isNews(String consentId, End end) {
    return note(proven, consentId, end);
  }

  private static boolean note(Map<String, End> ends, String consentId, End end) {
    End former = ends.get(consentId);
    boolean counts = former == null || (end.reachesWhatWasRead() && !former.reachesWhatWasRead());
    if (counts) {
      ends.put(consentId, end);
    }
    return counts;
  }

  private static <V> Map<String, V> bounded() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > MAX;
      }
    };
  }
}
