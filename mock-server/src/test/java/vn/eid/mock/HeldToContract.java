package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import vn.eid.mock.endpoint.Params;

/**
 * Fails a test when one of its requests, or the answer, is not as the OpenAPI documents have it.
 * Every request of {@link TestClient} comes by here. A server that was told to misbehave is let be.
 */
final class HeldToContract {
  private static final Map<Integer, EidMock> MOCKS = new ConcurrentHashMap<>();

  private HeldToContract() {}

  /** From now on this server is held to its documents. */
  static void watch(EidMock mock) {
    MOCKS.put(mock.issuer().getPort(), mock);
  }

  static void check(HttpRequest request, HttpResponse<String> response) {
    EidMock mock = MOCKS.get(request.uri().getPort());
    Optional<WireContract> contract = WireContract.of(request.uri().getPath());
    if (mock == null || contract.isEmpty() || mock.state().faults().wereUsed()) {
      return;
    }
    assertThat(contract.get().drift(traffic(request, response)))
        .as("drift from the OpenAPI document")
        .isEmpty();
  }

  private static WireContract.Traffic traffic(HttpRequest request, HttpResponse<String> response) {
    return new WireContract.Traffic(
        request.method(),
        request.uri().getPath(),
        query(request),
        lower(request.headers().map()),
        body(request),
        response.statusCode(),
        lower(response.headers().map()),
        response.body());
  }

  private static Map<String, List<String>> query(HttpRequest request) {
    String raw = request.uri().getRawQuery();
    Map<String, List<String>> query = new HashMap<>();
    if (raw != null) {
      Params params = Params.parse(raw);
      params.names().forEach(name -> query.put(name, params.all(name)));
    }
    return query;
  }

  private static Map<String, List<String>> lower(Map<String, List<String>> headers) {
    Map<String, List<String>> lower = new TreeMap<>();
    headers.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), values));
    return lower;
  }

  // The publisher of a string gives all of it at once, to whomever asks.
  private static String body(HttpRequest request) {
    List<ByteBuffer> parts = new ArrayList<>();
    request.bodyPublisher().ifPresent(publisher -> publisher.subscribe(new Collector(parts)));
    StringBuilder body = new StringBuilder();
    parts.forEach(part -> body.append(StandardCharsets.UTF_8.decode(part)));
    return body.toString();
  }

  private record Collector(List<ByteBuffer> parts) implements Flow.Subscriber<ByteBuffer> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuffer part) {
      parts.add(part);
    }

    @Override
    public void onError(Throwable thrown) {
      throw new AssertionError(thrown);
    }

    @Override
    public void onComplete() {}
  }
}
