package vn.eid;

import java.util.List;

/** What a unit of an earlier list is now: one unit, or one of several. */
public sealed interface Successor {
  /** The whole unit belongs to this one: every address in it can be converted. */
  record One(AdministrativeUnit unit) implements Successor {}

  /**
   * The unit was split. To which part an address belongs cannot be told from the unit: it takes the
   * hamlet or the street, so ask the person. The province is known all the same: every candidate
   * lies in the same one.
   */
  record CannotTell(List<AdministrativeUnit> candidates) implements Successor {
    public CannotTell {
      candidates = List.copyOf(candidates);
    }
  }
}
