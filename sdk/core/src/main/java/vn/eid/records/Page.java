package vn.eid.records;

import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Some items of a data set, and whether there are more. Immutable and thread-safe.
 *
 * @param <T> what one item is
 */
public final class Page<T> {
  private final List<T> items;
  private final Optional<HttpUrl> next;
  private final Pull<T> pull;

  Page(List<T> items, Optional<HttpUrl> next, Pull<T> pull) {
    this.items = List.copyOf(items);
    this.next = next;
    this.pull = pull;
  }

  /** The items, in the provider's order. */
  public List<T> items() {
    return items;
  }

  /** Whether {@link Records#next} gives another page. */
  public boolean hasNext() {
    return next.isPresent();
  }

  Optional<HttpUrl> next() {
    return next;
  }

  Pull<T> pull() {
    return pull;
  }

  @Override
  public String toString() {
    return "Page[" + items.size() + " items" + (hasNext() ? ", more to come]" : "]");
  }
}
