package vn.eid.examples.stage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A real browser with a person in front of it, who comes back to a small server on this machine.
 */
final class PersonsBrowser implements Browser {
  private static final String RETURNED =
      """
      <!doctype html><html lang="vi"><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1"><title>eid</title>
      <body style="font:1.1rem/1.6 system-ui,sans-serif;max-width:32rem;margin:4rem auto;padding:0 1rem">
      <h1>Xong</h1><p>Bạn có thể quay lại cửa sổ dòng lệnh để xem kết quả.</p>
      <p lang="en">Done. Go back to the terminal to see what came of it.</p></body></html>
      """;

  private final Narrator narrator;
  private final HttpServer server;
  private final BlockingQueue<URI> returns = new LinkedBlockingQueue<>();

  PersonsBrowser(Narrator narrator) {
    this.narrator = narrator;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/callback", this::receive);
    server.start();
  }

  @Override
  public URI callback() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/callback");
  }

  @Override
  public URI visit(URI page) throws InterruptedException {
    narrator.say("Open this page in your browser within a minute, and decide there.");
    narrator.say("The story goes on when you come back; Ctrl+C stops it.");
    narrator.say("  " + page);
    return returns.take();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] page = RETURNED.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.sendResponseHeaders(200, page.length);
      exchange.getResponseBody().write(page);
    }
    returns.add(callback().resolve(exchange.getRequestURI()));
  }
}
