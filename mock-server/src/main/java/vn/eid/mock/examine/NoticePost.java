package vn.eid.mock.examine;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/** Posts to the application, as the national systems would. */
final class NoticePost {
  private final Wire wire;
  private final Duration patience;

  NoticePost(Wire wire, Duration patience) {
    this.wire = wire;
    this.patience = patience;
  }

  /** OpenID Connect Back-Channel Logout 1.0, section 2.5. */
  Answered logout(URI to, String token) throws InterruptedException {
    return post(to, "application/x-www-form-urlencoded", "logout_token=" + token);
  }

  /** RFC 8935, section 2.1. */
  Answered event(URI to, String token) throws InterruptedException {
    return post(to, "application/secevent+jwt", token);
  }

  private Answered post(URI to, String type, String body) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(to)
            .header("Content-Type", type)
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return new Answered(wire.send(request, patience).status(), "");
    } catch (IOException e) {
      return new Answered(0, String.valueOf(e.getMessage()));
    }
  }
}
