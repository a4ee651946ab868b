package vn.eid.mock.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One request and its answer, as they went over the wire. Secrets and personal data are in it:
 * {@link Masked} shows it without.
 *
 * @param number counts the requests from 1
 * @param trace the id that the answer names
 * @param at by the mock's clock
 * @param target path and query as they came
 * @param route the pattern of the route that answered; empty where none did
 * @param status 0 where a fault cut the connection instead
 */
public record Step(
    long number,
    String trace,
    Instant at,
    Duration took,
    String method,
    String target,
    Optional<String> route,
    Message request,
    int status,
    Message answer,
    Optional<Refused> refused) {

  public String path() {
    return target.split("\\?", 2)[0];
  }

  public String query() {
    int mark = target.indexOf('?');
    return mark < 0 ? "" : target.substring(mark + 1);
  }

  /** The last part of the path of {@code /why/…}: the trace, in characters that a path may have. */
  public String whyName() {
    return whyName(trace);
  }

  /**
   * A trace may hold slashes, and dots that a browser would resolve; no trace holds a tilde.
   *
   * @param trace as the router lets it in
   */
  public static String whyName(String trace) {
    return trace.replace('/', '~').replaceFirst("^\\.", "~");
  }

  // Roughly what it takes of the memory.
  int weight() {
    return 4096 + target.length() + request.body().length + answer.body().length;
  }
}
