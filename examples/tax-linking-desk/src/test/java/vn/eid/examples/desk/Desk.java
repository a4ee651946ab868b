package vn.eid.examples.desk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import vn.eid.mock.EidMock;

/** A person at the desk, with a browser. */
final class Desk {
  static final String OFFICER = "099085000011";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Connection browser =
      Jsoup.newSession().header("Accept", "text/html").ignoreHttpErrors(true).timeout(20_000);
  private final String application;

  private Desk(int port) {
    this.application = "http://localhost:" + port;
  }

  static Desk of(EidMock mock, int port, String citizen) {
    mock.signsIn(citizen);
    return new Desk(port);
  }

  Document open(String address) throws IOException {
    return request(address).get();
  }

  Connection.Response download(String address) throws IOException {
    return request(address)
        .header("Accept", "*/*")
        .ignoreContentType(true)
        .maxBodySize(0)
        .execute();
  }

  /** Hands in a list; the page that comes then. */
  Document send(String name, String list) throws IOException {
    return send(name, list.getBytes(StandardCharsets.UTF_8), "UNICODE");
  }

  Document send(String name, byte[] list, String encoding) throws IOException {
    String token = open("/jobs").expectFirst("main input[name=_csrf]").val();
    return request("/jobs")
        .data("_csrf", token)
        .data("encoding", encoding)
        .data("list", name, new ByteArrayInputStream(list))
        .post();
  }

  /** Sends a list of which the head does not say how long it is. */
  HttpResponse<Void> sendInPieces(String list) throws IOException, InterruptedException {
    open("/jobs");
    String body =
        "--x\r\nContent-Disposition: form-data; name=list; filename=a.csv\r\n\r\n"
            + list
            + "\r\n--x--\r\n";
    URI jobs = URI.create(application + "/jobs");
    HttpRequest request =
        HttpRequest.newBuilder(jobs)
            .header("Content-Type", "multipart/form-data; boundary=x")
            .header("Cookie", cookies(jobs))
            .POST(
                BodyPublishers.ofInputStream(
                    () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
  }

  private String cookies(URI page) {
    return browser.cookieStore().get(page).stream()
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  /** Presses the button of a page that leads there. */
  Document press(Document page, String action) throws IOException {
    String path = page.expectFirst("main form[action$=" + action + "]").attr("action");
    return request(path).data("_csrf", page.expectFirst("input[name=_csrf]").val()).post();
  }

  /** The page of a job, once its status is this. */
  Document await(Document job, String status) throws IOException, InterruptedException {
    long limit = System.nanoTime() + PATIENCE.toNanos();
    Document page = job;
    while (!page.expectFirst(".badge").text().equals(status)) {
      if (System.nanoTime() > limit) {
        throw new AssertionError("The job is not " + status + ": " + page.text());
      }
      Thread.sleep(50);
      page = open(job.location());
    }
    return page;
  }

  private Connection request(String address) {
    return browser.newRequest(address.startsWith("/") ? application + address : address);
  }
}
