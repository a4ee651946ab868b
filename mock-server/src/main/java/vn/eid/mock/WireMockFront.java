package vn.eid.mock;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.extension.requestfilter.AdminRequestFilterV2;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import vn.eid.mock.endpoint.Reply;

/**
 * Between WireMock and the router. WireMock's own admin API is switched off: any page in a browser
 * on this machine could post to it, change the stubs or stop the server. Of its paths only {@code
 * /__admin/eid/} is left, for programs on this machine (and WireMock's own static help pages).
 */
final class WireMockFront implements ResponseDefinitionTransformerV2, AdminRequestFilterV2 {
  private static final List<String> FROM_ELSEWHERE =
      List.of("Origin", "X-Forwarded-For", "Forwarded", "X-Real-IP");

  // The port is known, and with it the issuer and the router, only once WireMock listens.
  private final CompletableFuture<Router> router = new CompletableFuture<>();

  /**
   * Starts to listen; requests wait until {@link #routeTo} is called.
   *
   * @throws MockStartException if the port or the host is not to be had
   */
  WireMockServer listen(String host, int port) {
    WireMockServer server =
        new WireMockServer(
            wireMockConfig()
                .bindAddress(host)
                .port(port)
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .gzipDisabled(true)
                // Over HTTP/2 a request has no Host header, which guards the admin path.
                .http2PlainDisabled(true)
                .extensions(this));
    try {
      server.start();
    } catch (FatalStartupException e) {
      throw new MockStartException(
          ("The mock server cannot listen on port %d of %s (%s);"
                  + " choose another port (0 for any free one) or host.")
              .formatted(port, host, reason(rootCause(e))),
          e);
    }
    server.stubFor(any(anyUrl()).willReturn(ok()));
    return server;
  }

  private static String reason(Throwable cause) {
    return cause.getMessage() == null ? "this host is not known here" : cause.getMessage();
  }

  private static Throwable rootCause(Throwable thrown) {
    return thrown.getCause() == null ? thrown : rootCause(thrown.getCause());
  }

  void routeTo(Router started) {
    router.complete(started);
  }

  @Override
  public String getName() {
    return "eid";
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    return answer(event.getRequest(), event.getRequest().getUrl());
  }

  @Override
  public RequestFilterAction filter(Request request, ServeEvent event) {
    // WireMock lets any page read what this answers (CORS), so a browser's request is refused; and
    // it
    // believes X-Forwarded-For, but what comes through a proxy comes from anywhere.
    if (FROM_ELSEWHERE.stream().anyMatch(request::containsHeader)
        || isAskedByAPage(request)
        || !Loopback.isThisMachine(request.getClientIp())
        || !Loopback.isNamedInHost(request.getHeader("Host"))) {
      return RequestFilterAction.stopWith(
          new ResponseDefinitionBuilder()
              .withStatus(403)
              .withHeader("Content-Type", "text/plain")
              .withBody("Only this machine may come here, by a loopback name.\n")
              .build());
    }
    // WireMock leaves the prefix out of an admin request's URL.
    return RequestFilterAction.stopWith(answer(request, "/__admin" + request.getUrl()));
  }

  /** A browser says who asks; "none" is a person who typed the address. */
  private static boolean isAskedByAPage(Request request) {
    return request.containsHeader("Sec-Fetch-Site")
        && !"none".equals(request.getHeader("Sec-Fetch-Site"));
  }

  private ResponseDefinition answer(Request request, String target) {
    Reply reply =
        router
            .join()
            .answer(
                new Router.Incoming(
                    request.getMethod().getName(), target, headers(request), request.getBody()));
    return definition(reply);
  }

  private static Map<String, List<String>> headers(Request request) {
    Map<String, List<String>> headers = new TreeMap<>();
    for (HttpHeader header : request.getHeaders().all()) {
      headers.put(header.key().toLowerCase(Locale.ROOT), List.copyOf(header.values()));
    }
    return headers;
  }

  private static ResponseDefinition definition(Reply reply) {
    ResponseDefinitionBuilder builder = new ResponseDefinitionBuilder();
    if (reply.isConnectionReset()) {
      return builder.withFault(Fault.CONNECTION_RESET_BY_PEER).build();
    }
    reply.headers().forEach(header -> builder.withHeader(header.name(), header.value()));
    if (reply.isCut()) {
      builder.withChunkedDribbleDelay(2, 2); // Flushed, so that the half arrives.
    }
    return builder.withStatus(reply.status()).withBody(reply.body()).build();
  }
}
