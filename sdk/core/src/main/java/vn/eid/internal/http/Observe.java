package vn.eid.internal.http;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes that a request goes out, and writes one debug line about it: verb, host, outcome, time,
 * trace. Never a path, a header or a body.
 */
final class Observe implements Interceptor {
  private static final Logger LOG = LoggerFactory.getLogger("vn.eid.wire");

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    WireRequest plan = WireRequest.of(request);
    long start = System.nanoTime();
    plan.isSent();
    try {
      Response response = chain.proceed(request);
      log(plan, request, start, "HTTP " + response.code());
      return response;
    } catch (IOException e) {
      log(plan, request, start, e.getClass().getSimpleName());
      throw e;
    }
  }

  private static void log(WireRequest plan, Request request, long start, String outcome) {
    if (LOG.isDebugEnabled()) {
      LOG.debug(
          "{}: {} {} -> {} in {} ms [trace {}]",
          plan.operation.name(),
          request.method(),
          plan.url.host(),
          outcome,
          TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
          plan.operation.traceId());
    }
  }
}
