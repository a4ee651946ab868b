package vn.eid.mock.fhir;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A person's record of one kind, oldest first: a few entries that the seed gives, and as many more
 * as a long record needs. Those are made when they are asked for, so the length costs no memory.
 */
final class History {
  private final List<Item> own;
  private final int[] places;
  private final Spread spread;
  private final More more;

  /** One of the entries that only make a record long. */
  interface More {
    Item item(int index, LocalDate day);
  }

  History(List<Item> own, Spread spread, More more) {
    this.own = own.stream().sorted(Comparator.comparing(Item::day)).toList();
    this.spread = spread;
    this.more = more;
    this.places = new int[own.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = i + spread.before(this.own.get(i).day());
    }
  }

  /** The entries of the seed, and more until there are so many. */
  static History of(Chart chart, int atLeast, List<Item> own, More more) {
    return new History(own, new Spread(chart.birth(), Math.max(0, atLeast - own.size())), more);
  }

  int size() {
    return own.size() + spread.count();
  }

  Item at(int index) {
    int place = Arrays.binarySearch(places, index);
    if (place >= 0) {
      return own.get(place);
    }
    int ownBefore = -place - 1;
    return more.item(index - ownBefore, spread.day(index - ownBefore));
  }

  /** How many entries are before the day. */
  int before(LocalDate day) {
    return Spread.first(size(), index -> !at(index).day().isBefore(day));
  }
}
