package vn.eid.internal;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * What this process knows of consents, so that it refuses by itself what a consent does not cover
 * any more: which ones ended, and which pulls used one up. What was proven to have ended it tells
 * the other nodes, where there are such, and learns from them. Bounded: the oldest makes room for
 * the newest, and then the registry alone refuses. Thread-safe.
 */
public final class KnownConsents {
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

    /**
     * Whether this end counts where the other one was known: the first does, unless it did less.
     */
    boolean outweighs(End former) {
      return reachesWhatWasRead() && !former.reachesWhatWasRead();
    }
  }

  private final Map<String, End> ends = Bounded.map();
  private final Map<String, Set<String>> pulls = Bounded.map();
  private final Map<String, End> proven = Bounded.map();
  private final List<BiConsumer<String, End>> listeners = new CopyOnWriteArrayList<>();
  private final Optional<SharedEnds> shared;

  /** Where this process is the only one. */
  public KnownConsents() {
    this(Optional.empty());
  }

  /** Where there are other nodes. */
  public KnownConsents(Optional<SharedEnds> shared) {
    this.shared = shared;
  }

  /**
   * How a consent ended, where any node was told.
   *
   * @throws vn.eid.UnavailableException where the other nodes cannot be heard
   */
  public Optional<End> end(Operation operation, String consentId) {
    return end(consentId, ends -> ends.end(operation, consentId));
  }

  /**
   * The same, where a second is late enough: a pull looks before each item, and needs no round trip
   * for each.
   */
  public Optional<End> endAbout(Operation operation, String consentId) {
    return end(consentId, ends -> ends.endAbout(operation, consentId));
  }

  private Optional<End> end(String consentId, Function<SharedEnds, Optional<End>> others) {
    if (end(consentId).filter(End::reachesWhatWasRead).isEmpty()) {
      shared.flatMap(others).ifPresent(end -> learnt(consentId, end));
    }
    return end(consentId);
  }

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
   * this one does not; what counts is told on in this process, once, and then to all nodes.
   *
   * @throws vn.eid.UnavailableException where the other nodes could not be told; this one knows
   */
  public void ended(Operation operation, String consentId, End end) {
    learnt(consentId, end);
    shared.ifPresent(ends -> ends.ended(operation, consentId, end));
  }

  private void learnt(String consentId, End end) {
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
    boolean counts = former == null || end.outweighs(former);
    if (counts) {
      ends.put(consentId, end);
    }
    return counts;
  }
}
