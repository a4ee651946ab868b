package vn.eid.login;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;

/** What the provider says to a login by push (CIBA Core 1.0, section 7.3), checked. */
record BackchannelAnswer(
    String authReqId, Instant answerBy, Duration interval, Optional<URI> appLink) {
  private static final long USUAL_INTERVAL = 5;
  private static final long MAX_INTERVAL = 60;

  static BackchannelAnswer of(
      Connection connection, Operation operation, PushRequest request, Fields answer) {
    String id = answer.requiredText("auth_req_id");
    long life = answer.requiredInteger("expires_in");
    // Section 7.3: these characters, and as long as the provider likes; ours is a bound.
    if (!id.matches("[A-Za-z0-9._-]{1,1024}") || life <= 0) {
      throw operation.untrusted(
          Check.FORMAT, "The answer to the push request has no usable id or lifetime.");
    }
    long interval = answer.integer("interval").orElse(USUAL_INTERVAL);
    return new BackchannelAnswer(
        id,
        connection
            .clock()
            .instant()
            .plusSeconds(Math.min(life, request.answeredWithin().toSeconds())),
        Duration.ofSeconds(Math.max(1, Math.min(interval, MAX_INTERVAL))),
        answer
            .uri("app_link")
            .map(link -> connection.admitAddress(operation, "The link into the app", link)));
  }

  @Override
  public String toString() {
    return "BackchannelAnswer[…]";
  }
}
