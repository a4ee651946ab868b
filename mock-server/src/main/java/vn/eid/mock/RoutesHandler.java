package vn.eid.mock;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.eid.mock.endpoint.Reply;
import vn.eid.mock.endpoint.Transit;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.http.HttpField;
import wiremock.org.eclipse.jetty.server.Handler;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/**
 * Answers for the routes before WireMock: most of what WireMock does with a request is for stubs,
 * and there are none before somebody asks for its server. Its own paths, packed bodies, and answers
 * that a fault has travel otherwise than whole and at once are left to it.
 */
final class RoutesHandler extends HandlerWrapper {
  // The answer to the request of this thread, where WireMock is only to send it.
  private static final ThreadLocal<Optional<Reply>> GIVEN =
      ThreadLocal.withInitial(Optional::empty);

  private final WireMockFront front;

  private RoutesHandler(WireMockFront front, Handler wireMock) {
    this.front = front;
    setHandler(wireMock);
  }

  /** WireMock's server behind this handler, and that behind the front door. */
  static HttpServer server(
      WireMockFront front, Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
    return new Jetty11HttpServer(options, admin, stubs) {
      @Override
      protected Handler createHandler(
          Options all, AdminRequestHandler toAdmin, StubRequestHandler toStubs) {
        return new FrontDoor(new RoutesHandler(front, super.createHandler(all, toAdmin, toStubs)));
      }
    };
  }

  @Override
  public void handle(
      String target, Request base, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    if (isForWireMock(target, request)) {
      super.handle(target, base, request, response);
      return;
    }
    Reply reply = front.answer(incoming(base));
    if (reply.transit().way() == Transit.Way.WHOLE) {
      base.setHandled(true);
      write(reply, response);
      return;
    }
    GIVEN.set(Optional.of(reply));
    try {
      super.handle(target, base, request, response);
    } finally {
      GIVEN.remove();
    }
  }

  /** What the request of this thread was answered before WireMock saw it. */
  static Optional<Reply> given() {
    return GIVEN.get();
  }

  // The target is the path as it is after decoding, so that no %5f leads past.
  private boolean isForWireMock(String target, HttpServletRequest request) {
    return front.hasStubs()
        || target.startsWith("/__")
        || request.getHeader("Content-Encoding") != null;
  }

  private static Router.Incoming incoming(Request base) throws IOException {
    Map<String, List<String>> headers = headers(base);
    String query = base.getQueryString();
    return new Router.Incoming(
        base.getMethod().toUpperCase(Locale.ROOT),
        query == null ? base.getRequestURI() : base.getRequestURI() + "?" + query,
        headers,
        base.getInputStream().readAllBytes(),
        new Caller(headers, base.getRemoteAddr()).isLocal());
  }

  private static Map<String, List<String>> headers(Request base) {
    Map<String, List<String>> headers = new TreeMap<>();
    for (HttpField field : base.getHttpFields()) {
      String value = Objects.requireNonNullElse(field.getValue(), "");
      headers.merge(field.getLowerCaseName(), List.of(value), RoutesHandler::joined);
    }
    return headers;
  }

  private static List<String> joined(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static void write(Reply reply, HttpServletResponse response) throws IOException {
    response.setStatus(reply.status());
    reply.headers().forEach(header -> response.addHeader(header.name(), header.value()));
    response.setContentLength(reply.body().length);
    response.getOutputStream().write(reply.body());
  }
}
