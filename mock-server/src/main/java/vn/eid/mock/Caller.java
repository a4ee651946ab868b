package vn.eid.mock;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request, as far as its headers and its address tell.
 *
 * @param headers the values by lower-case name
 * @param address of the machine that the connection comes from, in numbers
 */
record Caller(Map<String, List<String>> headers, String address) {
  private static final List<String> PROXIES = List.of("x-forwarded-for", "forwarded", "x-real-ip");

  /** A program or a person on this machine; what comes through a proxy comes from anywhere. */
  boolean isOnThisMachine() {
    return PROXIES.stream().noneMatch(headers::containsKey)
        && Loopback.isThisMachine(address)
        && Loopback.isNamedInHost(first("host"));
  }

  /** A page in a browser, which says so; "none" is a person who typed the address. */
  boolean isPage() {
    return headers.containsKey("origin")
        || (headers.containsKey("sec-fetch-site") && !"none".equals(first("sec-fetch-site")));
  }

  /** On this machine, and no page of another site: the mock's own pages lead to each other. */
  boolean isLocal() {
    return isOnThisMachine() && ("same-origin".equals(first("sec-fetch-site")) || !isPage());
  }

  private @Nullable String first(String name) {
    return headers.containsKey(name) ? headers.get(name).get(0) : null;
  }
}
