package vn.eid.login;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.jose.PossessionKey;
import vn.eid.internal.json.Fields;
import vn.eid.internal.oauth.TokenAnswer;

/** A session as sealed text, tied to the client and the provider whose it is. */
final class SealedSession {
  private static final String KIND = "vn-eid-session-1";

  private final Connection connection;

  SealedSession(Connection connection) {
    this.connection = connection;
  }

  String close(SessionFacts facts, SessionTokens tokens) {
    return connection
        .seal(Operation.named("loginSession.seal"))
        .close(KIND, content(facts, tokens));
  }

  Map<String, Object> content(SessionFacts facts, SessionTokens tokens) {
    TokenAnswer latest = tokens.latest();
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("iss", connection.provider().issuer());
    content.put("client_id", connection.clientId());
    content.put("sub", facts.subject());
    facts.sessionId().ifPresent(id -> content.put("sid", id));
    facts.logoutHint().ifPresent(hint -> content.put("id_token", hint));
    facts.begun().ifPresent(begun -> content.put("begun", begun.toString()));
    content.put("key", tokens.possession().secretJson());
    content.put("access_token", latest.accessToken());
    content.put("expires_at", latest.expiresAt().toString());
    latest.refreshToken().ifPresent(token -> content.put("refresh_token", token));
    FirstLogin login = tokens.login();
    login.authenticatedAt().ifPresent(at -> content.put("auth_time", at.getEpochSecond()));
    login.nonce().ifPresent(nonce -> content.put("nonce", nonce));
    content.put("ended", tokens.isEnded());
    return content;
  }

  LoginSession open(Operation operation, String stored) {
    return read(operation, connection.seal(operation).open(operation, KIND, stored));
  }

  LoginSession read(Operation operation, Fields content) {
    if (!content.requiredText("iss").equals(connection.provider().issuer())
        || !content.requiredText("client_id").equals(connection.clientId())) {
      throw operation.untrusted(
          Check.ISSUER, "The stored session is of another client or another provider.");
    }
    SessionTokens tokens = tokens(content);
    if (content.flag("ended")) {
      tokens.end();
    }
    return new LoginSession(connection, tokens, facts(content)).asSealed();
  }

  private static SessionFacts facts(Fields content) {
    return new SessionFacts(
        content.requiredText("sub"),
        content.text("sid"),
        content.text("id_token"),
        content.text("begun").map(Instant::parse));
  }

  private SessionTokens tokens(Fields content) {
    Instant expiresAt = content.requiredInstant("expires_at");
    return new SessionTokens(
        connection,
        PossessionKey.of(content.requiredText("key"), connection.crypto()),
        FirstLogin.of(content.requiredText("sub"), content),
        new TokenAnswer(
            content.requiredText("access_token"),
            expiresAt,
            Optional.empty(),
            content.text("refresh_token")));
  }
}
