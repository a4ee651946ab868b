package vn.eid.internal.http;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The latest DPoP nonce of each server (RFC 9449, section 8.2), so that none must be asked for
 * twice.
 */
final class DpopNonces {
  private final ConcurrentMap<String, String> byOrigin = new ConcurrentHashMap<>();

  Optional<String> of(HttpUrl url) {
    return Optional.ofNullable(byOrigin.get(origin(url)));
  }

  void remember(HttpUrl url, Response response) {
    @Nullable String nonce = response.header("DPoP-Nonce");
    if (nonce != null && DpopChecks.isUsable(nonce)) {
      byOrigin.put(origin(url), nonce);
    }
  }

  private static String origin(HttpUrl url) {
    return url.scheme() + "://" + url.host() + ":" + url.port();
  }
}
