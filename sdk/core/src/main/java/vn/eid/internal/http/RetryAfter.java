package vn.eid.internal.http;

import java.time.Duration;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** How long a provider asks to wait. */
final class RetryAfter {
  private static final Duration DEFAULT = Duration.ofSeconds(1);
  private static final Duration MAX = Duration.ofHours(1);

  private RetryAfter() {}

  /** The header's seconds; a date or nonsense counts as silence. */
  static Duration of(Response response) {
    return of(response.header("Retry-After"));
  }

  static Duration of(@Nullable String header) {
    if (header == null || !header.strip().matches("\\d{1,9}")) {
      return DEFAULT;
    }
    Duration asked = Duration.ofSeconds(Long.parseLong(header.strip()));
    if (asked.isZero()) {
      // At once, and again at once: no server means to be asked like that.
      return DEFAULT;
    }
    return asked.compareTo(MAX) > 0 ? MAX : asked;
  }
}
