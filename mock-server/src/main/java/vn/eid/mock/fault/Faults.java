package vn.eid.mock.fault;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.eid.mock.Fault;
import vn.eid.mock.Injection;

/**
 * Which faults are switched on, and for whom. Each exchange is answered by one thread, which
 * remembers the scene for all that ask. Safe for use by threads.
 */
public final class Faults {
  private final List<Injection> injected = new ArrayList<>();
  private final Map<Fault, Long> firings = new EnumMap<>(Fault.class);
  private final ThreadLocal<Scene> scene = ThreadLocal.withInitial(() -> Scene.UNKNOWN);

  // A copy to read without the lock: each answer asks for many faults, and mostly none is on.
  private volatile Set<Fault> on = EnumSet.noneOf(Fault.class);
  private volatile boolean aimed;
  private volatile boolean used;

  /** Switches one on. The same one again changes nothing, unless it is counted. */
  public synchronized void inject(Injection injection) {
    used = true;
    if (injection.times().isPresent() || !injected.contains(injection)) {
      injected.add(injection);
    }
    refresh();
  }

  /** Does something that is about somebody; the faults are asked in this scene. */
  public <T> T in(Scene present, Supplier<T> work) {
    Scene before = scene.get();
    scene.set(present);
    try {
      return work.get();
    } finally {
      scene.set(before);
    }
  }

  /** Whether any was switched on since the start or the last {@link #reset}. */
  public boolean wereUsed() {
    return used;
  }

  /** Whether it matters what an exchange is about. */
  public boolean areAimed() {
    return aimed;
  }

  /** Whether the fault happens now. Ask only where it can: a counted fault is used up by a yes. */
  public boolean fires(Fault fault) {
    return firing(fault).isPresent();
  }

  /** Makes the change of each fault that happens now, in their order. */
  <T> void spoil(T good, Map<Fault, Consumer<T>> changes) {
    changes.forEach(
        (fault, change) -> {
          if (fires(fault)) {
            change.accept(good);
          }
        });
  }

  /** A fault that happens now, with what was said of how it is to happen. */
  public Optional<Injection> firing(Fault fault) {
    return on.contains(fault) ? fire(fault) : Optional.empty();
  }

  private synchronized Optional<Injection> fire(Fault fault) {
    Optional<Injection> found = find(fault);
    found.ifPresent(
        injection -> {
          firings.merge(fault, 1L, Long::sum);
          useUp(injection);
        });
    return found;
  }

  private void useUp(Injection injection) {
    if (injection.times().isPresent()) {
      int left = injection.times().getAsInt() - 1;
      int at = injected.indexOf(injection);
      if (left == 0) {
        injected.remove(at);
      } else {
        injected.set(at, injection.times(left));
      }
      refresh();
    }
  }

  /** Whether the fault will happen at its place; uses nothing up. */
  public boolean isOn(Fault fault) {
    return on.contains(fault) && isAimedHere(fault);
  }

  /** Whether it is on for anybody, or has happened. */
  public synchronized boolean wasInjected(Fault fault) {
    return on.contains(fault) || firings.containsKey(fault);
  }

  private synchronized boolean isAimedHere(Fault fault) {
    return find(fault).isPresent();
  }

  private Optional<Injection> find(Fault fault) {
    Scene present = scene.get();
    return injected.stream()
        .filter(injection -> injection.fault() == fault && present.isAimedAtBy(injection))
        .findFirst();
  }

  /** How often it happened since the last reset. */
  public synchronized long firings(Fault fault) {
    return firings.getOrDefault(fault, 0L);
  }

  /** What is switched on, in order; what is counted says how often it is left. */
  public synchronized List<Injection> injected() {
    return List.copyOf(injected);
  }

  /** Switches all off, and forgets how often they happened. */
  public synchronized void reset() {
    used = false;
    injected.clear();
    firings.clear();
    refresh();
  }

  private void refresh() {
    Set<Fault> now = EnumSet.noneOf(Fault.class);
    injected.forEach(injection -> now.add(injection.fault()));
    on = now;
    aimed = injected.stream().anyMatch(Faults::isAimed);
  }

  private static boolean isAimed(Injection injection) {
    return injection.client().isPresent()
        || injection.citizen().isPresent()
        || injection.flow().isPresent()
        || injection.path().isPresent();
  }
}
