package vn.eid.mock;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Several servers side by side in one process, each with an issuer, people and keys of its own. */
final class Issuers {
  private static final int MOST = 100;

  private Issuers() {}

  /**
   * Starts so many servers of the same options, on ports that follow one another, or on any free
   * ones. All of them start, or none.
   *
   * @throws IllegalArgumentException if it is no number from 1 to 100, or beyond the last port
   * @throws MockStartException if a port is in use or the host is not this machine's
   */
  static List<EidMock> start(
      MockOptions options, int count, Function<MockOptions, EidMock> starter) {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException("The number of issuers is not between 1 and 100.");
    }
    List<EidMock> started = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        started.add(
            starter.apply(options.port() == 0 ? options : options.port(options.port() + i)));
      }
      return List.copyOf(started);
    } catch (MockStartException | IllegalArgumentException e) {
      started.forEach(EidMock::close);
      throw e;
    }
  }
}
