package vn.eid.records;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** An answer that is one item: a document, or citizen data. */
final class SinglePage<T> implements Page<T> {
  private static final String NAME = "the one item";

  private final Course course;
  private final T item;
  private final long length;
  private final boolean redacted;
  private final List<Withheld> withheld;
  private boolean read;

  SinglePage(Course course, T item, long length, boolean redacted, List<Withheld> withheld) {
    this.course = course;
    this.item = item;
    this.length = length;
    this.redacted = redacted;
    this.withheld = List.copyOf(withheld);
  }

  @Override
  public Optional<T> next() {
    if (read) {
      return Optional.empty();
    }
    read = true;
    if (!course.admit(NAME, length)) {
      return Optional.empty();
    }
    if (redacted) {
      course.tally().redacted();
    }
    return Optional.of(item);
  }

  @Override
  public boolean hasEntries() {
    return true;
  }

  @Override
  public OptionalLong total() {
    return OptionalLong.empty();
  }

  @Override
  public Optional<String> nextLink() {
    return Optional.empty();
  }

  @Override
  public List<Withheld> withheld() {
    return withheld;
  }

  @Override
  public void close() {
    // It was read whole.
  }
}
