package vn.eid.benchmarks.soak;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The mock server's admin door, and the browser that its citizens sit at. */
final class Door {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI door;

  Door(URI issuer) {
    this.door = URI.create(issuer + "/__admin/eid");
  }

  String post(String path, String json) throws IOException, InterruptedException {
    return sent(
        HttpRequest.newBuilder(URI.create(door + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build());
  }

  /** The server behaves again. */
  void clearFaults() throws IOException, InterruptedException {
    String unused = sent(HttpRequest.newBuilder(URI.create(door + "/faults")).DELETE().build());
  }

  /** Where a page of the provider's sends the browser. */
  static URI leadsTo(URI page) throws IOException, InterruptedException {
    HttpResponse<Void> answer =
        HTTP.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding());
    return URI.create(
        answer
            .headers()
            .firstValue("Location")
            .orElseThrow(() -> new IOException("The page leads nowhere.")));
  }

  private static String sent(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException("The door says " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }
}
