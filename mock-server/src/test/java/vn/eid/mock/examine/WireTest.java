package vn.eid.mock.examine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireTest {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  @Test
  void aBodyThatDripsForeverKeepsNoThreadAndNoConnection() throws Exception {
    AtomicInteger open = new AtomicInteger();
    server.createContext("/drip", exchange -> drip(exchange, open));
    Wire wire = new Wire();
    HttpRequest request = HttpRequest.newBuilder(at("/drip")).build();
    for (int i = 0; i < 12; i++) {
      assertThatThrownBy(() -> wire.send(request, Duration.ofMillis(150)))
          .isInstanceOf(HttpTimeoutException.class);
    }
    for (int i = 0; i < 100 && open.get() > 0; i++) {
      Thread.sleep(50);
    }
    assertThat(open).hasValue(0);
  }

  private static void drip(HttpExchange exchange, AtomicInteger open) throws IOException {
    open.incrementAndGet();
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream body = exchange.getResponseBody()) {
      while (true) {
        body.write('x');
        body.flush();
        Thread.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.decrementAndGet();
    }
  }

  @Test
  void aBodyWithoutEndIsCutAtAMegabyte() throws Exception {
    server.createContext("/long", WireTest::pour);
    HttpRequest request = HttpRequest.newBuilder(at("/long")).build();
    assertThat(new Wire().send(request, Duration.ofSeconds(20)).body()).hasSize(1 << 20);
  }

  private static void pour(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream body = exchange.getResponseBody()) {
      while (true) {
        body.write(new byte[8192]);
      }
    }
  }

  @Test
  void aCookieWithMaxAgeComesBackAsABrowserSendsIt() throws Exception {
    List<String> sent = new CopyOnWriteArrayList<>();
    server.createContext(
        "/",
        exchange -> {
          sent.addAll(exchange.getRequestHeaders().getOrDefault("Cookie", List.of()));
          boolean first = exchange.getRequestURI().getPath().equals("/");
          exchange.getResponseHeaders().add("Set-Cookie", "s=1; Max-Age=60; Path=/; HttpOnly");
          exchange.getResponseHeaders().add("Location", "/next");
          exchange.sendResponseHeaders(first ? 303 : 200, -1);
          exchange.close();
        });
    Visit visit = new Browser(new Wire(), Duration.ofSeconds(5)).open(at("/"));
    assertThat(visit.status()).isEqualTo(200);
    assertThat(sent).containsExactly("s=1");
  }
}
