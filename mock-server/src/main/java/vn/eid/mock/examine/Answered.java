package vn.eid.mock.examine;

import java.util.Set;

/**
 * What an application answers to what was posted to it.
 *
 * @param status or 0 where no answer came
 * @param trouble why none came; else empty
 */
record Answered(int status, String trouble) {
  // Nobody looked at it: it went elsewhere, or it was too slow, or one too many.
  private static final Set<Integer> UNREAD = Set.of(404, 408, 429);

  boolean isYes() {
    return status >= 200 && status < 300;
  }

  /** A refusal: RFC 8935, section 2.3; OpenID Connect Back-Channel Logout 1.0, section 2.8. */
  boolean isNo() {
    return status >= 400 && status < 500 && !UNREAD.contains(status);
  }

  String seen() {
    return trouble.isEmpty() ? "answered with " + status : trouble;
  }
}
