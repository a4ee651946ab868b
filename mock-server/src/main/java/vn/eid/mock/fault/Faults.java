package vn.eid.mock.fault;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.eid.mock.Fault;

/** Which faults are switched on. Safe for use by threads. */
public final class Faults {
  private final Set<Fault> always = EnumSet.noneOf(Fault.class);
  private final List<Fault> once = new ArrayList<>();

  /** Fires each time until {@link #reset}. */
  public synchronized void inject(Fault fault) {
    always.add(fault);
  }

  /** Fires the next time only; a second call adds a second time. */
  public synchronized void injectOnce(Fault fault) {
    once.add(fault);
  }

  /** Whether the fault happens now. Ask only where it can: a fault for once is used up by a yes. */
  public synchronized boolean fires(Fault fault) {
    return always.contains(fault) || once.remove(fault);
  }

  /** Whether the fault will happen at its place; uses nothing up. */
  public synchronized boolean isOn(Fault fault) {
    return always.contains(fault) || once.contains(fault);
  }

  public synchronized void reset() {
    always.clear();
    once.clear();
  }
}
