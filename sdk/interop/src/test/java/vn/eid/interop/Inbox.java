package vn.eid.interop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The application's own server: it keeps what a provider posts to it. */
final class Inbox implements AutoCloseable {
  private static final long PATIENCE_S = 20;

  /** A post, as a web framework hands it over. */
  static final class Message {
    private final Map<String, List<String>> headers;
    private final byte[] body;

    private Message(Map<String, List<String>> headers, byte[] body) {
      this.headers = Map.copyOf(headers);
      this.body = body.clone();
    }

    Map<String, List<String>> headers() {
      return headers;
    }

    byte[] body() {
      return body.clone();
    }
  }

  private final HttpServer server;
  private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();

  Inbox() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.start();
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** Forgets what came for somebody before. */
  void clear() {
    messages.clear();
  }

  /** The next message; waits for it. */
  Message next() throws InterruptedException {
    Message message = messages.poll(PATIENCE_S, TimeUnit.SECONDS);
    if (message == null) {
      throw new AssertionError("The provider posts nothing.");
    }
    return message;
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    messages.add(new Message(exchange.getRequestHeaders(), body));
    exchange.getResponseHeaders().add("Cache-Control", "no-store");
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
