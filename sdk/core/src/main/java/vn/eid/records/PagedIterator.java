package vn.eid.records;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;

/** Walks through pages, holding one at a time. */
final class PagedIterator<T> implements Iterator<T> {
  private final UnaryOperator<Page<T>> following;
  private Page<T> page;
  private int position;

  PagedIterator(Page<T> first, UnaryOperator<Page<T>> following) {
    this.page = first;
    this.following = following;
  }

  @Override
  public boolean hasNext() {
    for (int empty = 0; position == page.items().size() && page.hasNext(); empty++) {
      page.pull().allowEmpty(empty);
      page = following.apply(page);
      position = 0;
    }
    return position < page.items().size();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return page.items().get(position++);
  }
}
