package vn.eid.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Who comes when: whoever is first finds another machine than who is last. */
public final class Turns {
  private Turns() {}

  /** All, with another one first in each round. */
  public static <T> List<T> of(List<T> all, int round) {
    List<T> turns = new ArrayList<>(all);
    Collections.rotate(turns, round);
    return turns;
  }
}
