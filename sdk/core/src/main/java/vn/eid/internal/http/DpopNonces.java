package vn.eid.internal.http;

import java.io.IOException;
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
  private static final int MAX_LENGTH = 1024;
  private static final long ERROR_BYTES = 8192;
  private static final String DEMAND = "use_dpop_nonce";

  private final ConcurrentMap<String, String> byOrigin = new ConcurrentHashMap<>();

  Optional<String> of(HttpUrl url) {
    return Optional.ofNullable(byOrigin.get(origin(url)));
  }

  void remember(HttpUrl url, Response response) {
    @Nullable String nonce = response.header("DPoP-Nonce");
    if (nonce != null && !nonce.isEmpty() && nonce.length() <= MAX_LENGTH) {
      byOrigin.put(origin(url), nonce);
    }
  }

  /** Whether the server asks for a proof with the nonce that it sent along. */
  static boolean isDemanded(WireRequest plan, Response response) throws IOException {
    if (plan.possession == null || response.header("DPoP-Nonce") == null) {
      return false;
    }
    return switch (response.code()) {
      case 400 -> response.peekBody(ERROR_BYTES).string().contains('"' + DEMAND + '"');
      case 401 -> response.headers("WWW-Authenticate").stream().anyMatch(h -> h.contains(DEMAND));
      default -> false;
    };
  }

  private static String origin(HttpUrl url) {
    return url.scheme() + "://" + url.host() + ":" + url.port();
  }
}
