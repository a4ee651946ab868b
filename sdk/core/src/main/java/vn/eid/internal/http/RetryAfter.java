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
    @Nullable String header = response.header("Retry-After");
    if (header == null || !header.strip().matches("\\d{1,9}")) {
      return DEFAULT;
    }
    Duration asked = Duration.ofSeconds(Long.parseLong(header.strip()));
    return asked.compareTo(MAX) > 0 ? MAX : asked;
  }
}
