package vn.eid.records;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.eid.UnavailableException;
import vn.eid.internal.Connection;

/**
 * Goes from page to page. A page whose connection breaks is asked for again, after a pause: what it
 * brought before is passed over.
 */
final class PageWalk<T> {
  private static final int MAX_ATTEMPTS = 3;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

  private final Connection connection;
  private final PullRequest<T> request;
  private final PullChecks checks;
  private final Course course;
  private final Use use;
  private final PageSource<T> source;
  private @Nullable Page<T> page;
  private int failures;

  PageWalk(
      Connection connection,
      PullRequest<T> request,
      PullChecks checks,
      Course course,
      Use use,
      PageSource<T> source) {
    this.connection = connection;
    this.request = request;
    this.checks = checks;
    this.course = course;
    this.use = use;
    this.source = source;
  }

  /** The next item; empty at the end of the last page. */
  Optional<T> next() {
    while (!course.isFinished()) {
      try {
        Optional<T> item = step();
        if (item.isPresent()) {
          failures = 0;
          return item;
        }
      } catch (UnavailableException e) {
        drop();
        pause(e);
      }
    }
    return Optional.empty();
  }

  /** Lets go of the page that is read, which may be asked for again. */
  void drop() {
    Page<T> current = page;
    if (current != null) {
      page = null;
      current.close();
    }
  }

  private Optional<T> step() {
    checks.verifyStanding(use);
    Page<T> current = page;
    if (current == null) {
      current = source.open();
      page = current;
    }
    Optional<T> item = current.next();
    if (item.isEmpty()) {
      finish(current);
    } else {
      // It may have been long in coming.
      checks.verifyStanding(use);
    }
    return item;
  }

  private void finish(Page<T> read) {
    Optional<String> link = read.nextLink();
    course.finish(read);
    page = null;
    read.close();
    failures = 0;
    if (link.isPresent()) {
      course.follow(source.resolved(link.get()));
    } else {
      course.finishAll();
    }
    request.listener.accept(course.tally().progress());
  }

  private void pause(UnavailableException failure) {
    failures++;
    if (failures == MAX_ATTEMPTS) {
      failures = 0;
      throw failure;
    }
    try {
      connection.sleeper().sleep(FIRST_PAUSE.multipliedBy(1L << (2 * failures - 2)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }
}
