package vn.eid.benchmarks.soak;

import java.time.Duration;

/**
 * How long it takes and how much is done.
 *
 * @param every between the beginnings of two operations, however long each takes
 * @param fault between two faults; each lasts a third of that
 * @param ageing between two moves of both clocks by the life of a token
 * @param sample between two looks at what the processes hold
 */
record Plan(Duration time, Duration every, Duration fault, Duration ageing, Duration sample) {

  /** By command: eight operations a second, and a line a minute, or twenty in all. */
  static Plan lasting(Duration time) {
    return new Plan(
        time,
        Duration.ofMillis(125),
        Duration.ofSeconds(9),
        Duration.ofSeconds(40),
        shorter(Duration.ofMinutes(1), time.dividedBy(20)));
  }

  private static Duration shorter(Duration one, Duration other) {
    Duration shorter = one.compareTo(other) < 0 ? one : other;
    return shorter.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : shorter;
  }

  /** In the build: a minute, most of which is slept. */
  static Plan minute() {
    return new Plan(
        Duration.ofSeconds(50),
        Duration.ofMillis(400),
        Duration.ofSeconds(6),
        Duration.ofSeconds(15),
        Duration.ofSeconds(4));
  }
}
