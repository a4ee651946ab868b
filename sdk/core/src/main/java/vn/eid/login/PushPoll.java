package vn.eid.login;

import java.util.Map;
import java.util.Optional;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.http.WireResponse;
import vn.eid.internal.oauth.TokenAnswer;

/** One question to the token endpoint about a push (CIBA Core 1.0, sections 10.1 and 11). */
final class PushPoll {
  private static final String GRANT = "urn:openid:params:grant-type:ciba";

  private final Connection connection;
  private final Operation operation;
  private final PendingPush push;
  private boolean slower;

  PushPoll(Connection connection, Operation operation, PendingPush push) {
    this.connection = connection;
    this.operation = operation;
    this.push = push;
  }

  /** How the push ended; empty while the citizen has not answered. */
  Optional<LoginOutcome> outcome() {
    WireResponse response =
        connection
            .provider()
            .firstTokens(
                operation,
                Map.of("grant_type", GRANT, "auth_req_id", push.authReqId()),
                push.possession().signing());
    Optional<String> refusal = connection.provider().tokenRefusal(response);
    return refusal.isPresent()
        ? refused(response, refusal.get())
        : Optional.of(approved(connection.provider().granted(operation, response)));
  }

  /** Whether the provider wants to be asked less often (CIBA Core 1.0, section 11). */
  boolean isToSlowDown() {
    return slower;
  }

  private Optional<LoginOutcome> refused(WireResponse response, String error) {
    return switch (error) {
      case "authorization_pending" -> Optional.empty();
      case "slow_down" -> {
        slower = true;
        yield Optional.empty();
      }
      // invalid_grant: the answer to an earlier question was lost on its way; only a new login
      // helps.
      case "expired_token", "invalid_grant" -> Optional.of(new LoginOutcome.Expired());
      case "access_denied", "account_locked", "unmet_authentication_requirements" ->
          Optional.of(new LoginOutcome.Declined(LoginOutcome.Reason.of(error)));
      default -> throw connection.provider().refusal(operation, response);
    };
  }

  private LoginOutcome approved(TokenAnswer token) {
    return new IdentityProof(connection, operation, push.terms(), push.possession())
        .verify(token, push);
  }
}
