package vn.eid.internal.http;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import vn.eid.spi.CallListener;

/**
 * Tells the application's listeners of a call that it makes to a protected API: one, however often
 * it is sent for a nonce or a new token.
 */
final class ObserveResource implements Interceptor {
  private static final String OPERATION = "session.resources";

  private final List<CallListener> listeners;

  ObserveResource(List<CallListener> listeners) {
    this.listeners = listeners;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    AtomicInteger sent = new AtomicInteger();
    Request counted = chain.request().newBuilder().tag(AtomicInteger.class, sent).build();
    try (Observed call = Observed.begin(listeners, OPERATION, sent::get)) {
      Response response = chain.proceed(counted);
      call.answered(response);
      return call.whole(response);
    }
  }

  /** As a network interceptor: notes that it goes out. */
  static Response counted(Chain chain) throws IOException {
    Objects.requireNonNull(chain.request().tag(AtomicInteger.class)).incrementAndGet();
    return chain.proceed(chain.request());
  }
}
