package vn.eid.mock;

import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What WireMock's own journal keeps: the last thousand requests that an application's stubs
 * answered. Those of the mock's routes cost it nothing. Safe for use by threads.
 */
final class OwnStubsJournal implements RequestJournalStore {
  private static final int MOST = 1000;

  private final Map<UUID, ServeEvent> events = new LinkedHashMap<>();

  @Override
  public void add(ServeEvent event) {
    if (!RoutesStub.isIt(event.getStubMapping())) {
      keep(event);
    }
  }

  private synchronized void keep(ServeEvent event) {
    events.put(event.getId(), event);
    if (events.size() > MOST) {
      removeLast();
    }
  }

  /** The newest first, as WireMock wants them. */
  @Override
  public synchronized Stream<ServeEvent> getAll() {
    List<ServeEvent> newest = new ArrayList<>();
    events.values().forEach(event -> newest.add(0, event));
    return newest.stream();
  }

  @Override
  public synchronized Stream<UUID> getAllKeys() {
    return List.copyOf(events.keySet()).stream();
  }

  @Override
  public synchronized Optional<ServeEvent> get(UUID id) {
    return Optional.ofNullable(events.get(id));
  }

  @Override
  public void put(UUID id, ServeEvent event) {
    if (!RoutesStub.isIt(event.getStubMapping())) {
      replace(id, event);
    }
  }

  // What was dropped in the meantime stays dropped.
  private synchronized void replace(UUID id, ServeEvent event) {
    events.computeIfPresent(id, (same, old) -> event);
  }

  @Override
  public synchronized void remove(UUID id) {
    events.remove(id);
  }

  @Override
  public synchronized void removeLast() {
    Iterator<UUID> oldest = events.keySet().iterator();
    if (oldest.hasNext()) {
      oldest.next();
      oldest.remove();
    }
  }

  @Override
  public synchronized void clear() {
    events.clear();
  }
}
