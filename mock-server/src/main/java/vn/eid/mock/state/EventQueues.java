package vn.eid.mock.state;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What clients are told that nothing is pushed to: it waits until they fetch and acknowledge it
 * (RFC 8936). Safe for use by threads.
 */
public final class EventQueues {
  // A server that runs for days must not fill the memory: beyond this many the oldest is forgotten.
  private static final int MOST = 1_000;

  private final Clock clock;
  private final Map<String, Map<String, QueuedEvent>> byClient = new LinkedHashMap<>();

  // Goes on across resets and restarts: applications remember how far it was.
  private final AtomicLong version = new AtomicLong(System.currentTimeMillis());

  EventQueues(Clock clock) {
    this.clock = clock;
  }

  /** The next version of whatever state has changed. */
  public long nextVersion() {
    return version.incrementAndGet();
  }

  public synchronized void add(String clientId, QueuedEvent event) {
    Map<String, QueuedEvent> queue =
        byClient.computeIfAbsent(clientId, unused -> new LinkedHashMap<>());
    queue.put(event.id(), event);
    if (queue.size() > MOST) {
      queue.remove(queue.keySet().iterator().next());
    }
  }

  /** These need not come again. */
  public synchronized void settle(String clientId, Collection<String> ids) {
    byClient.getOrDefault(clientId, Map.of()).keySet().removeAll(ids);
  }

  /** What can be fetched, the oldest first. */
  public synchronized List<QueuedEvent> waiting(String clientId) {
    return byClient.getOrDefault(clientId, Map.of()).values().stream()
        .filter(event -> !event.from().isAfter(clock.instant()))
        .toList();
  }

  synchronized void clear() {
    byClient.clear();
  }
}
