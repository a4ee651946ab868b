package vn.eid.internal.http;

import java.util.List;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/** The one rule for where a token or an assertion may go: to an address and what lies below it. */
public final class UnderAddress {
  private final HttpUrl base;

  public UnderAddress(HttpUrl base) {
    this.base = base;
  }

  /** Whether a request to this URL reaches nobody but the service at the address. */
  public boolean contains(HttpUrl url) {
    return url.scheme().equals(base.scheme())
        && url.host().equals(base.host())
        && url.port() == base.port()
        && url.username().isEmpty()
        && url.password().isEmpty()
        && startsWith(url.encodedPathSegments(), directory())
        && url.pathSegments().stream().noneMatch(UnderAddress::leadsUpwards);
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
}
