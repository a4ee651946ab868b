package vn.eid.records;

import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;

/**
 * One pull: all items of a data set, page after page as they are read, in constant memory. Whatever
 * goes wrong, what was handed out stays good, and {@link #receipt()} and {@link #position()} say
 * how far it came. Close it; one that was read to its end is closed already. Not thread-safe.
 *
 * @param <T> what one item is
 */
public final class Pull<T> implements AutoCloseable {
  private final Operation operation;
  private final Connection connection;
  private final PullRequest<T> request;
  private final Course course;
  private final Use use;
  private final PageWalk<T> walk;
  private final PullLog log;
  private boolean closed;

  Pull(
      Operation operation,
      Connection connection,
      PullRequest<T> request,
      Course course,
      Use use,
      PullLog log) {
    this.operation = operation;
    this.connection = connection;
    this.request = request;
    this.course = course;
    this.use = use;
    this.log = log;
    this.walk =
        new PageWalk<>(
            connection,
            request,
            new PullChecks(operation, connection, request),
            course,
            use,
            new PageSource<>(operation, connection, request, course, use));
  }

  /**
   * The items, each once. A page is fetched when it is read, and read as it arrives. Nothing is
   * sent before the stream is read.
   *
   * <p>A connection that breaks is made again, three times for each item. After an exception the
   * stream is over; another one, from this same method, goes on where it stopped.
   *
   * @throws vn.eid.InvalidRequestException where all of it was handed out, or the pull was closed
   * @throws vn.eid.ConsentEndedException in mid-stream too, where the consent ends
   * @throws vn.eid.UnavailableException where the connection broke again and again
   * @throws vn.eid.UntrustedException where an answer fails a check
   */
  public Stream<T> stream() {
    if (closed || course.isFinished()) {
      throw operation.invalid(
          "pull",
          "This pull was read to its end, or closed: begin another one, or go on at its position.");
    }
    return StreamSupport.stream(new Items(), false).onClose(this::pause);
  }

  /** All the items at once: for data that is known to be small. */
  public List<T> toList() {
    return stream().toList();
  }

  /** What was asked for, what came so far, and what did not and why. */
  public PullReceipt receipt() {
    Tally tally = course.tally();
    return new PullReceipt(
        request,
        connection.clock().instant(),
        tally.progress(),
        tally.redactedCount(),
        tally.withheld(course.isFinished()),
        course.isFinished());
  }

  /**
   * Where the pull stands, sealed with the client's storage key: {@link PullRequest#resumingAt}
   * goes on there, after all that was handed out so far. So take it when what you were given is
   * safe. Empty before anything was answered, after the end, and within a page of more than 4,000
   * items.
   *
   * @throws vn.eid.InvalidRequestException where the client has no storage key
   */
  public Optional<String> position() {
    // Whoever goes on there shares the use with this pull, so it must not be given back any more.
    if (course.isFinished() || !use.isKept()) {
      return Optional.empty();
    }
    SealedPosition position = new SealedPosition(operation, connection, request);
    return course
        .page()
        .flatMap(page -> course.latest().map(latest -> position.close(course, page, latest)));
  }

  /** Ends the pull; where nothing was answered yet, it does not count as a use. */
  @Override
  public void close() {
    closed = true;
    pause();
  }

  private void pause() {
    walk.drop();
    use.giveBack();
    log.stopped();
  }

  PullRequest<T> request() {
    return request;
  }

  /** Whether nothing was asked for yet, neither here nor where it goes on from. */
  boolean isUntouched() {
    return course.page().isEmpty() && !closed;
  }

  private Optional<T> next() {
    try {
      if (!course.isFinished() && log.begun()) {
        use.take(operation);
      }
      Optional<T> item = walk.next();
      if (item.isEmpty()) {
        log.complete();
      }
      return item;
    } catch (RuntimeException e) {
      walk.drop();
      use.giveBack();
      log.failed(e);
      throw e;
    }
  }

  private final class Items extends Spliterators.AbstractSpliterator<T> {
    Items() {
      super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
      Optional<T> item = next();
      item.ifPresent(action);
      return item.isPresent();
    }
  }

  @Override
  public String toString() {
    return "Pull[" + request + ", " + course.tally().progress() + "]";
  }
}
