package vn.eid.benchmarks;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** A request of HTTP/1.1 as it stands on the wire. */
public final class WireRequest {
  private WireRequest() {}

  public static byte[] get(URI uri) {
    return bytes("GET", uri, "", "");
  }

  public static byte[] post(URI uri, Map<String, String> headers, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    String lines =
        headers.entrySet().stream()
            .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
            .collect(Collectors.joining());
    return bytes("POST", uri, lines + "Content-Type: application/x-www-form-urlencoded\r\n", body);
  }

  public static byte[] put(URI uri, String json) {
    return bytes("PUT", uri, "Content-Type: application/json\r\n", json);
  }

  private static byte[] bytes(String method, URI uri, String headers, String body) {
    String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String head =
        method + " " + uri.getRawPath() + query + " HTTP/1.1\r\nHost: " + uri.getAuthority();
    return (head + "\r\n" + headers + length + "\r\n" + body).getBytes(StandardCharsets.US_ASCII);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
