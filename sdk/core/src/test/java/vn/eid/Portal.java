package vn.eid;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import vn.eid.login.AuthenticationLevel;
import vn.eid.login.BrowserSession;
import vn.eid.login.Claim;
import vn.eid.login.LoginOutcome;
import vn.eid.login.LoginRequest;

/** A web application with a login, a page for those who are logged in, and a webhook. */
public final class Portal implements AutoCloseable {
  private static final String COOKIE = "portal";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final EidClient client;
  private final Set<String> loggedIn = ConcurrentHashMap.newKeySet();

  private Portal(HttpServer server, EidClient client) {
    this.server = server;
    this.client = client;
    page("/login", this::begin);
    page("/callback", this::finish);
    page("/home", this::home);
    page("/webhook", this::take);
    server.setExecutor(threads);
    server.start();
  }

  /** A server that will be one: its callback is known before its client is made. */
  public static HttpServer socket() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Portal open(HttpServer socket, EidClient client) {
    return new Portal(socket, client);
  }

  /** The address of a page of a portal there. */
  public static URI page(HttpServer socket, String path) {
    return URI.create("http://127.0.0.1:" + socket.getAddress().getPort() + path);
  }

  private void begin(HttpExchange exchange) throws IOException {
    String session = UUID.randomUUID().toString();
    exchange
        .getResponseHeaders()
        .add("Set-Cookie", COOKIE + "=" + session + "; Path=/; HttpOnly; Secure; SameSite=Lax");
    LoginRequest request =
        LoginRequest.returningTo(page(server, "/callback"))
            .asking(Claim.NAME)
            .atLeast(AuthenticationLevel.LEVEL_2)
            .signedInWithin(Duration.ofMinutes(5));
    redirect(
        exchange,
        client
            .redirectLogin()
            .start(request, BrowserSession.of(session))
            .authorizationUri()
            .toString());
  }

  private void finish(HttpExchange exchange) throws IOException {
    String session = session(exchange).orElse("no session, no login");
    URI cameBackAs = page(server, "").resolve(exchange.getRequestURI());
    LoginOutcome outcome = client.redirectLogin().finish(cameBackAs, BrowserSession.of(session));
    if (outcome instanceof LoginOutcome.Approved) {
      loggedIn.add(session);
      redirect(exchange, "/home");
    } else {
      answer(exchange, 403, "Nobody is logged in.");
    }
  }

  private void home(HttpExchange exchange) throws IOException {
    boolean known = session(exchange).filter(loggedIn::contains).isPresent();
    answer(exchange, known ? 200 : 401, known ? "Welcome" : "Log in first.");
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    client.webhooks().accept(exchange.getRequestHeaders(), body);
    answer(exchange, 200, "");
  }

  private static Optional<String> session(HttpExchange exchange) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Cookie"))
        .filter(cookie -> cookie.startsWith(COOKIE + "="))
        .map(cookie -> cookie.substring(COOKIE.length() + 1));
  }

  private void page(String path, HttpHandler handler) {
    server.createContext(
        path,
        exchange -> {
          try {
            handler.handle(exchange);
          } catch (UntrustedException e) {
            answer(exchange, 400, "It is not believed.");
          } catch (EidException e) {
            answer(exchange, 503, "It does not work now.");
          }
        });
  }

  private static void redirect(HttpExchange exchange, String location) throws IOException {
    exchange.getResponseHeaders().add("Location", location);
    answer(exchange, 303, "");
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    client.close();
  }
}
