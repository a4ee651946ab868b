package vn.eid.internal.http;

import java.util.List;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import vn.eid.InvalidRequestException;

/** Calls to a protected API under one address, and to nothing else. */
final class ProtectedCalls implements Call.Factory {
  private final OkHttpClient http;
  private final HttpUrl base;

  ProtectedCalls(OkHttpClient http, HttpUrl base) {
    this.http = http;
    this.base = base;
  }

  @Override
  public Call newCall(Request request) {
    if (!isUnderBase(request.url())) {
      throw new InvalidRequestException(
          "url", "The citizen's token goes to addresses under " + base + " only.");
    }
    return http.newCall(request);
  }

  private boolean isUnderBase(HttpUrl url) {
    return url.scheme().equals(base.scheme())
        && url.host().equals(base.host())
        && url.port() == base.port()
        && startsWith(url.encodedPathSegments(), directory())
        && url.pathSegments().stream().noneMatch(ProtectedCalls::leadsUpwards);
  }

  /** A server that decodes, or cuts parameters off, before it resolves dots would go elsewhere. */
  private static boolean leadsUpwards(String segment) {
    return Stream.of(segment.split("[/\\\\;]", -1)).anyMatch(".."::equals);
  }

  private List<String> directory() {
    List<String> segments = base.encodedPathSegments();
    int last = segments.size() - 1;
    return segments.get(last).isEmpty() ? segments.subList(0, last) : segments;
  }

  private static boolean startsWith(List<String> path, List<String> directory) {
    return path.size() >= directory.size() && path.subList(0, directory.size()).equals(directory);
  }

  @Override
  public String toString() {
    return "ProtectedCalls[" + base + "]";
  }
}
