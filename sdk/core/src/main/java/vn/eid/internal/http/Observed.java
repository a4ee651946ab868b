package vn.eid.internal.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import okhttp3.Headers;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.eid.spi.CallListener;
import vn.eid.spi.CallListener.Call;
import vn.eid.spi.CallListener.Ongoing;
import vn.eid.spi.CallListener.Outcome;

/**
 * One call as the application's listeners see it. A listener that throws harms nobody. To be
 * closed; for one thread.
 */
final class Observed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("vn.eid.wire");

  private final String operation;
  private final IntSupplier timesSent;
  private final List<Ongoing> listeners;
  private final int sentBefore;
  private final long start = System.nanoTime();
  private OptionalInt status = OptionalInt.empty();
  private Headers headers = Headers.of();
  private boolean whole;

  private Observed(String operation, IntSupplier timesSent, List<Ongoing> listeners) {
    this.operation = operation;
    this.timesSent = timesSent;
    this.listeners = listeners;
    this.sentBefore = timesSent.getAsInt();
  }

  static Observed begin(List<CallListener> listeners, WireRequest request) {
    return begin(listeners, request.operation.name(), request::timesSent);
  }

  static Observed begin(List<CallListener> listeners, String operation, IntSupplier timesSent) {
    return new Observed(
        operation,
        timesSent,
        listeners.stream().flatMap(listener -> begun(listener, operation).stream()).toList());
  }

  void answered(Response response) {
    status = OptionalInt.of(response.code());
    headers = response.headers();
  }

  /** Nothing broke up to here. */
  <T> T whole(T answer) {
    whole = true;
    return answer;
  }

  @Override
  public void close() {
    Call call =
        new Call(
            operation,
            outcome(),
            status,
            Duration.ofNanos(System.nanoTime() - start),
            timesSent.getAsInt() - sentBefore,
            plain("Deprecation"),
            plain("Sunset"));
    listeners.forEach(listener -> harmlessly(listener, heard -> heard.ended(call)));
  }

  private Outcome outcome() {
    int code = status.orElse(0);
    if (code == 429) {
      return Outcome.LIMITED;
    }
    if (code >= 500) {
      return Outcome.OUT_OF_ORDER;
    }
    if (!whole) {
      return code >= 300 && code < 400 ? Outcome.REFUSED : Outcome.BROKEN;
    }
    return code < 300 ? Outcome.SUCCESS : Outcome.REFUSED;
  }

  /** A date, by both standards; whatever else stands there is not repeated. */
  private Optional<String> plain(String header) {
    return Optional.ofNullable(headers.get(header))
        .filter(text -> text.matches("[\\w@,: +-]{1,40}"));
  }

  private static Optional<Ongoing> begun(CallListener listener, String operation) {
    try {
      return Optional.of(listener.begins(operation));
    } catch (RuntimeException e) {
      log(e);
      return Optional.empty();
    }
  }

  private static void harmlessly(Ongoing listener, Consumer<Ongoing> what) {
    try {
      what.accept(listener);
    } catch (RuntimeException e) {
      log(e);
    }
  }

  private static void log(RuntimeException e) {
    LOG.warn("A listener to calls has thrown {}.", e.getClass().getName());
  }
}
