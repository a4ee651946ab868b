package vn.eid.mock.examine;

import java.time.Duration;

/**
 * How long the application is waited for.
 *
 * @param start until it listens
 * @param page for a page, with all that it leads to
 * @param notice for the answer to a logout token or an event
 * @param recovery until the ordinary login works again after a fault
 */
record Patience(Duration start, Duration page, Duration notice, Duration recovery) {
  // Libraries keep a bad key set for a minute, so that nobody can make them fetch all the time.
  static final Patience ORDINARY =
      new Patience(
          Duration.ofSeconds(60),
          Duration.ofSeconds(30),
          Duration.ofSeconds(15),
          Duration.ofSeconds(75));
}
