package vn.eid.benchmarks.soak;

import java.util.Iterator;

/** The same things over and over. */
final class Round<T> implements Iterator<T> {
  private final Iterable<T> things;
  private Iterator<T> left;

  Round(Iterable<T> things) {
    this.things = things;
    this.left = things.iterator();
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public T next() {
    if (!left.hasNext()) {
      left = things.iterator();
    }
    return left.next();
  }
}
