package vn.eid.mock;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The last requests and refusals. WireMock's own journal copies itself on each request once it is
 * full; this one costs the same for the first request and for the millionth.
 */
final class Journal {
  private final Recent<SeenRequest> requests = new Recent<>();
  private final Recent<SeenRequest> unmatched = new Recent<>();
  private final Recent<String> refusals = new Recent<>();

  Recent<SeenRequest> requests() {
    return requests;
  }

  Recent<SeenRequest> unmatched() {
    return unmatched;
  }

  Recent<String> refusals() {
    return refusals;
  }

  void clear() {
    requests.clear();
    unmatched.clear();
    refusals.clear();
  }

  /** The last thousand of something. Safe for use by threads. */
  static final class Recent<T> {
    private static final int MOST = 1000;

    private final Deque<T> kept = new ArrayDeque<>();

    synchronized void add(T one) {
      if (kept.size() == MOST) {
        kept.removeFirst();
      }
      kept.addLast(one);
    }

    synchronized List<T> list() {
      return List.copyOf(kept);
    }

    synchronized void clear() {
      kept.clear();
    }
  }
}
