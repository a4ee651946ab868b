package vn.eid.mock.examine;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import org.jose4j.jwk.PublicJsonWebKey;

/**
 * A web application with a hand-written login, and five flaws: those of {@link CarelessChecks}, and
 * it does not look at who sent the return from the login.
 */
final class CarelessApplication implements AutoCloseable {
  private final HttpServer server;
  private final CarelessLogin login;
  private final CarelessChecks checks;
  private final Map<String, CarelessLogin.Begun> begun = new ConcurrentHashMap<>();
  private final Set<String> loggedIn = ConcurrentHashMap.newKeySet();

  /** Answers one request with a status and a text; 303 means a redirect there. */
  private interface Page {
    Answer answer(HttpExchange exchange) throws Exception;
  }

  private record Answer(int status, String text) {}

  /** What is done with each id token before it is checked. */
  interface Reading {
    String read(String token) throws Exception;
  }

  private volatile Reading reading = token -> token;
  private volatile boolean relyingOnTls;
  private volatile ToIntFunction<String> events = event -> 200;

  /** Reads id tokens like this; a SocketException cuts the connection, "half" in the middle. */
  void reads(Reading reading) {
    this.reading = reading;
  }

  /** Checks no signature of id tokens from now on, and fetches no keys for them. */
  void reliesOnTls() {
    relyingOnTls = true;
  }

  /** Answers events with these statuses. */
  void takesEvents(ToIntFunction<String> events) {
    this.events = events;
  }

  CarelessApplication(String issuer, PublicJsonWebKey key) throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    login = new CarelessLogin(issuer, address("/callback"), key);
    checks = new CarelessChecks(issuer);
    serve("/login", this::begin);
    serve("/callback", this::finish);
    serve("/home", this::home);
    serve("/logout", this::logOut);
    serve("/events", this::take);
    server.start();
  }

  String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private Answer begin(HttpExchange exchange) throws Exception {
    String session = UUID.randomUUID().toString();
    CarelessLogin.Begun own = CarelessLogin.Begun.now();
    String page = login.pushed(own);
    begun.put(session, own);
    exchange.getResponseHeaders().add("Set-Cookie", "s=" + session + "; Path=/; HttpOnly");
    return new Answer(303, page);
  }

  private Answer finish(HttpExchange exchange) throws Exception {
    String query = exchange.getRequestURI().getRawQuery();
    String session = session(exchange).orElseThrow(() -> new IOException("No session."));
    CarelessLogin.Begun own =
        Optional.ofNullable(begun.remove(session)).orElseThrow(() -> new IOException("No login."));
    if (!one(query, "state").equals(own.state())) {
      throw new IOException("It is the answer to another login.");
    }
    if (query.contains("error=")) {
      return new Answer(200, "Nobody is logged in.");
    }
    String token = reading.read(login.idToken(one(query, "code"), own));
    checks.idToken(token, relyingOnTls ? Optional.empty() : Optional.of(login.keys()));
    loggedIn.add(session);
    return new Answer(303, "/home");
  }

  private Answer home(HttpExchange exchange) {
    boolean known = session(exchange).filter(loggedIn::contains).isPresent();
    return known ? new Answer(200, "Welcome") : new Answer(401, "Log in first.");
  }

  private Answer logOut(HttpExchange exchange) throws Exception {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    checks.logoutToken(one(form, "logout_token"), login.keys());
    return new Answer(200, "");
  }

  private Answer take(HttpExchange exchange) throws Exception {
    byte[] event = exchange.getRequestBody().readAllBytes();
    return new Answer(events.applyAsInt(new String(event, StandardCharsets.UTF_8)), "");
  }

  private static String one(String parameters, String name) throws IOException {
    List<String> values =
        Arrays.stream(parameters.split("&", -1)).filter(p -> p.startsWith(name + "=")).toList();
    if (values.size() != 1) {
      throw new IOException("There is no " + name + ", or several.");
    }
    return values.get(0).substring(name.length() + 1);
  }

  private static Optional<String> session(HttpExchange exchange) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Cookie"))
        .map(cookie -> cookie.replaceFirst("^s=", ""));
  }

  private void serve(String path, Page page) {
    server.createContext(
        path,
        exchange -> {
          Answer answer;
          try {
            answer = page.answer(exchange);
          } catch (SocketException e) {
            if ("half".equals(e.getMessage())) {
              exchange.sendResponseHeaders(200, 100);
            }
            exchange.close();
            return;
          } catch (Exception e) {
            answer = new Answer(400, "No.");
          }
          send(exchange, answer);
        });
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    if (answer.status() == 303) {
      exchange.getResponseHeaders().add("Location", answer.text());
    }
    byte[] body = answer.text().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
