package vn.eid.mock.examine;

import java.net.CookieManager;
import java.net.CookieStore;
import java.net.HttpCookie;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * Cookies as browsers keep them for a server on the same machine: plain http is good enough there
 * for those marked Secure. Java's own store would not send them back.
 */
final class LoopbackCookies implements CookieStore {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final CookieStore cookies = new CookieManager().getCookieStore();

  @Override
  public void add(URI uri, HttpCookie cookie) {
    if (LOOPBACK.contains(uri.getHost())) {
      cookie.setSecure(false);
    }
    // Java takes a cookie with Max-Age for one of RFC 2965, and would send it back with $Version.
    cookie.setVersion(0);
    cookies.add(uri, cookie);
  }

  @Override
  public List<HttpCookie> get(URI uri) {
    return cookies.get(uri);
  }

  @Override
  public List<HttpCookie> getCookies() {
    return cookies.getCookies();
  }

  @Override
  public List<URI> getURIs() {
    return cookies.getURIs();
  }

  @Override
  public boolean remove(URI uri, HttpCookie cookie) {
    return cookies.remove(uri, cookie);
  }

  @Override
  public boolean removeAll() {
    return cookies.removeAll();
  }
}
