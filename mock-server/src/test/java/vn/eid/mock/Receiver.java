package vn.eid.mock;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.eid.mock.endpoint.Params;

/** The application's side of what the mock posts: it keeps what came, and answers as told. */
final class Receiver implements AutoCloseable {
  /** One post. */
  record Post(String path, String type, String accept, String authorization, String body) {
    String form(String name) {
      return Params.parse(body).required(name);
    }
  }

  private final HttpServer server;
  private final List<Post> posts = new CopyOnWriteArrayList<>();
  private final Queue<Integer> statuses = new ArrayDeque<>();

  Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    server.createContext("/", this::receive);
    server.start();
  }

  /** The statuses of the next answers; afterwards it is 204. */
  Receiver answers(int... next) {
    for (int status : next) {
      statuses.add(status);
    }
    return this;
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  List<Post> posts() {
    return posts;
  }

  Post only() {
    if (posts.size() != 1) {
      throw new AssertionError("not one post but " + posts);
    }
    return posts.get(0);
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      posts.add(
          new Post(
              exchange.getRequestMethod() + " " + exchange.getRequestURI(),
              String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
              String.valueOf(exchange.getRequestHeaders().getFirst("Accept")),
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
              body));
      Integer status = statuses.poll();
      exchange.getResponseHeaders().add("Location", "/elsewhere");
      exchange.sendResponseHeaders(status == null ? 204 : status, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
