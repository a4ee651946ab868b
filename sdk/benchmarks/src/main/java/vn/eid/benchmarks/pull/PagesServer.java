package vn.eid.benchmarks.pull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * The process that gives the pages away, as fast as they are taken. Whoever asks gets them: no
 * token and no proof is looked at.
 */
final class PagesServer {
  private final HttpServer server =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  private final String base = "http://127.0.0.1:" + server.getAddress().getPort();
  private final Agreed agreed = new Agreed(base);
  private final Pages pages = new Pages(base + "/fhir/Observation");
  private volatile int count = 1;

  private PagesServer() throws IOException {
    server.createContext("/", this::answer);
    server.start();
  }

  /** Says where it listens and how long a page is, then takes the number of pages to give. */
  public static void main(String[] args) throws IOException {
    PagesServer server = new PagesServer();
    System.out.println(server.base + " " + server.pages.length());
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      server.count = Integer.parseInt(line);
      System.out.println("now " + line);
    }
    System.exit(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (exchange.getRequestURI().getPath()) {
        case "/fhir/Observation" -> page(exchange);
        case "/.well-known/openid-configuration" -> json(exchange, agreed.discovery());
        case "/jwks" -> json(exchange, agreed.keys());
        case "/consent/" + Agreed.CONSENT -> json(exchange, agreed.consent());
        case "/token" -> json(exchange, Agreed.token(details(exchange)));
        default -> exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private void page(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    boolean isFirst = query == null || !query.startsWith("p=");
    int number = isFirst ? 1 : Integer.parseInt(query.substring(2));
    send(exchange, "application/fhir+json", pages.page(number, number == count));
  }

  private static String details(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    for (String field : form.split("&", -1)) {
      if (field.startsWith("authorization_details=")) {
        String value = field.substring(field.indexOf('=') + 1);
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  private static void json(HttpExchange exchange, String json) throws IOException {
    send(exchange, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }
}
