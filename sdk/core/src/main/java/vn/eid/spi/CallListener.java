package vn.eid.spi;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Hears of each call to the provider, and of each that the application makes with a citizen's token
 * ({@code session.resources}), for metrics and traces. What it is told holds no personal data, no
 * secret and no address, and few different values: fit for tags.
 *
 * <p>Implementations must be thread-safe and quick, because the call waits for them. What they
 * throw is logged by its class, and changes nothing about the call.
 */
public interface CallListener {

  /**
   * A call begins. One call may be sent several times.
   *
   * @param operation the verb that the application called, such as {@code redirectLogin.finish}; it
   *     may need several calls
   * @return hears of its end, on the same thread
   */
  Ongoing begins(String operation);

  /** A call that is under way. */
  interface Ongoing {
    /** It is over: the answer was read, or began to arrive where it is read piece by piece. */
    void ended(Call call);
  }

  /** What became of a call. */
  enum Outcome {
    /** The provider did what was asked (HTTP 2xx). */
    SUCCESS,
    /** The provider answered no (HTTP 3xx or 4xx). Often that is an ordinary answer. */
    REFUSED,
    /** The provider takes no more calls just now (HTTP 429). */
    LIMITED,
    /** The provider is out of order (HTTP 5xx). */
    OUT_OF_ORDER,
    /** No answer came, or none that is trusted or whole. */
    BROKEN
  }

  /**
   * A call that is over.
   *
   * @param operation as it was when it began
   * @param status the last answer's HTTP status; empty where none came
   * @param duration with all repetitions and the pauses between them
   * @param attempts how often it was sent; 0 where there was no connection
   * @param deprecation the answer's {@code Deprecation} header (RFC 9745), up to 40 plain
   *     characters: what this call uses is going away
   * @param sunset its {@code Sunset} header (RFC 8594), the same: when
   */
  record Call(
      String operation,
      Outcome outcome,
      OptionalInt status,
      Duration duration,
      int attempts,
      Optional<String> deprecation,
      Optional<String> sunset) {}
}
