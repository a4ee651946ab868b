package vn.eid.mock;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.extension.requestfilter.AdminRequestFilterV2;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.store.DefaultStores;
import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import com.github.tomakehurst.wiremock.store.Stores;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import vn.eid.mock.endpoint.Json;
import vn.eid.mock.endpoint.Reply;
import vn.eid.mock.tls.ServerIdentity;

/**
 * Between WireMock and the router. WireMock's own admin API is switched off: any page in a browser
 * on this machine could post to it, change the stubs or stop the server. Of its paths only {@code
 * /__admin/eid/} is left, for programs on this machine (and WireMock's own static help pages).
 */
final class WireMockFront implements ResponseDefinitionTransformerV2, AdminRequestFilterV2 {
  private static final String NAME = "eid";

  private static final int PIECES = 60;

  // The port is known, and with it the issuer and the router, only once WireMock listens.
  private final CompletableFuture<Router> router = new CompletableFuture<>();
  private final RoutesStub routes = new RoutesStub(NAME);

  private final boolean adminDoorOpen;
  private volatile boolean stubsAllowed;

  /**
   * @param adminDoorOpen whether programs on other machines may come to the admin paths
   */
  WireMockFront(boolean adminDoorOpen) {
    this.adminDoorOpen = adminDoorOpen;
  }

  /**
   * Starts to listen; requests wait until {@link #routeTo} is called.
   *
   * @throws MockStartException if the port or the host is not to be had
   */
  WireMockServer listen(String host, int port, Optional<ServerIdentity> identity) {
    WireMockServer server =
        new WireMockServer(
            identity
                .<WireMockConfiguration>map(own -> new Https(own, port))
                .orElseGet(() -> wireMockConfig().port(port))
                .bindAddress(host)
                .withStores(stores())
                .mappingSource(routes)
                .stubRequestLoggingDisabled(true)
                .gzipDisabled(true)
                // What is late waits without a thread, what drips with one of a few; all other
                // answers are given by the thread that took the request.
                .asynchronousResponseEnabled(true)
                // Over HTTP/2 a request has no Host header, which guards the admin path.
                .http2PlainDisabled(true)
                .http2TlsDisabled(true)
                .httpClientFactory(new ProxyingOnDemand())
                .httpServerFactory(
                    (options, admin, stubs) -> RoutesHandler.server(this, options, admin, stubs))
                .extensions(this, routes));
    try {
      server.start();
    } catch (FatalStartupException e) {
      throw new MockStartException(
          ("The mock server cannot listen on port %d of %s (%s);"
                  + " choose another port (0 for any free one) or host.")
              .formatted(port, host, reason(rootCause(e))),
          e);
    }
    return server;
  }

  /** The one port that the server listens on. */
  static int port(WireMockServer server) {
    return server.isHttpsEnabled() ? server.httpsPort() : server.port();
  }

  // WireMock's journal is for the stubs of an application; the routes have one of their own.
  private static Stores stores() {
    return new DefaultStores(wireMockConfig().filesRoot()) {
      private final RequestJournalStore journal = new OwnStubsJournal();

      @Override
      public RequestJournalStore getRequestJournalStore() {
        return journal;
      }
    };
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

  /** From now on all requests go by WireMock, for a stub may answer each. */
  void allowStubs() {
    stubsAllowed = true;
  }

  boolean hasStubs() {
    return stubsAllowed;
  }

  // A question after the health is not told to the router, so that it pushes no request of the
  // application out of the record.
  Reply answer(Router.Incoming request) {
    return Health.isAsked(request) ? Health.UP : router.join().answer(request);
  }

  @Override
  public String getName() {
    return NAME;
  }

  // An application's own stubs answer for themselves.
  @Override
  public boolean applyGlobally() {
    return false;
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    Request request = event.getRequest();
    return definition(
        RoutesHandler.given()
            .orElseGet(() -> answer(incoming(request, request.getUrl(), caller(request)))));
  }

  @Override
  public RequestFilterAction filter(Request request, ServeEvent event) {
    // WireMock lets any page read what this answers (CORS), so a browser's request is refused.
    Caller caller = caller(request);
    if (caller.isPage()) {
      return shut(FrontDoor.NO_PAGE);
    }
    if (!adminDoorOpen && !caller.isOnThisMachine()) {
      return shut(
          "Only this machine may come here, by a loopback name; --open-admin on the command line, or"
              + " MockOptions.openAdminDoor(), opens the door to others.");
    }
    // WireMock leaves the prefix out of an admin request's URL.
    return RequestFilterAction.stopWith(
        definition(answer(incoming(request, "/__admin" + request.getUrl(), caller))));
  }

  private static RequestFilterAction shut(String sentence) {
    byte[] problem =
        Json.bytes(
            Map.of("title", "Forbidden", "status", 403, "code", "door_shut", "detail", sentence));
    return RequestFilterAction.stopWith(
        definition(Reply.typed(403, "application/problem+json", problem)));
  }

  private static Router.Incoming incoming(Request request, String target, Caller caller) {
    return new Router.Incoming(
        request.getMethod().getName(),
        target,
        caller.headers(),
        request.getBody(),
        caller.isLocal());
  }

  private static Caller caller(Request request) {
    return new Caller(headers(request), request.getClientIp());
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
    reply.headers().forEach(header -> builder.withHeader(header.name(), header.value()));
    travelling(builder, reply);
    return builder.withStatus(reply.status()).withBody(reply.body()).build();
  }

  private static void travelling(ResponseDefinitionBuilder builder, Reply reply) {
    int millis = (int) reply.transit().time().toMillis();
    switch (reply.transit().way()) {
      case WHOLE -> {}
      case RESET -> builder.withFault(Fault.CONNECTION_RESET_BY_PEER);
      case GARBAGE -> builder.withFault(Fault.RANDOM_DATA_THEN_CLOSE);
      case CUT -> builder.withChunkedDribbleDelay(2, 2); // Flushed, so that the half arrives.
      case LATE -> builder.withFixedDelay(millis);
      case DRIP -> builder.withChunkedDribbleDelay(PIECES, millis);
    }
  }
}
