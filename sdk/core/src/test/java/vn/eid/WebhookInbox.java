package vn.eid;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An application's endpoint for events; it answers as the Javadoc of accept says. */
public final class WebhookInbox implements AutoCloseable {
  private final EidClient client;
  private final HttpServer server;
  private final List<Object> heard = new CopyOnWriteArrayList<>();

  private WebhookInbox(EidClient client) throws IOException {
    this.client = client;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/events", this::take);
    server.start();
  }

  public static WebhookInbox of(EidClient client) {
    try {
      return new WebhookInbox(client);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/events");
  }

  /** What came, in order: events, and the exceptions of what was refused. */
  public List<Object> heard() {
    return heard;
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    int status = 202;
    try {
      heard.add(client.webhooks().accept(exchange.getRequestHeaders(), body));
    } catch (UntrustedException e) {
      heard.add(e);
      status = 400;
    }
    exchange.getResponseHeaders().add("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
