package vn.eid.spring;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A citizen's browser, with cookies of its own. */
final class Browser {
  private final CookieManager cookies = new CookieManager();
  private final HttpClient following = client(HttpClient.Redirect.ALWAYS);
  private final HttpClient staying = client(HttpClient.Redirect.NEVER);
  private final String application;

  Browser(int port) {
    this.application = "http://localhost:" + port;
  }

  private HttpClient client(HttpClient.Redirect redirects) {
    return HttpClient.newBuilder().cookieHandler(cookies).followRedirects(redirects).build();
  }

  /** A page, wherever it leads. */
  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return following.send(request(path).build(), BodyHandlers.ofString());
  }

  /** The address that a page sends the browser to. */
  URI redirectOf(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = staying.send(request(path).build(), BodyHandlers.ofString());
    return URI.create(answer.headers().firstValue("Location").orElseThrow());
  }

  HttpResponse<String> script(String path) throws IOException, InterruptedException {
    return staying.send(
        request(path).header("X-Requested-With", "XMLHttpRequest").build(),
        BodyHandlers.ofString());
  }

  /** What another page has the browser load. */
  HttpResponse<String> image(String path) throws IOException, InterruptedException {
    return staying.send(
        request(path).header("Sec-Fetch-Dest", "image").build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, Map<String, String> form)
      throws IOException, InterruptedException {
    return following.send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(form)))
            .build(),
        BodyHandlers.ofString());
  }

  /** A form as a page of the application would send it. */
  HttpResponse<String> submit(String path, Map<String, String> form)
      throws IOException, InterruptedException {
    Map<String, String> all = new HashMap<>(form);
    all.put("_csrf", get("/csrf").body());
    return post(path, all);
  }

  String session() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("JSESSIONID"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("none");
  }

  /** Goes on with a session that somebody else had. */
  void takeSession(String id) {
    HttpCookie cookie = new HttpCookie("JSESSIONID", id);
    cookie.setPath("/");
    cookie.setVersion(0);
    cookies.getCookieStore().add(URI.create(application), cookie);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(path.startsWith("/") ? application + path : path));
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
