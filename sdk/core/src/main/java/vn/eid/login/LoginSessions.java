package vn.eid.login;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.HttpUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.eid.ClientRejectedException;
import vn.eid.EidException;
import vn.eid.InvalidRequestException;
import vn.eid.UntrustedException;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.http.SecureAddress;
import vn.eid.internal.oauth.ProviderMetadata;
import vn.eid.internal.oauth.TokenAnswer;

/** Sessions of citizens who logged in: take one up again, end one. This class is thread-safe. */
public final class LoginSessions {
  private static final Logger LOG = LoggerFactory.getLogger("vn.eid.login");

  private final Connection connection;

  /** Made by {@link vn.eid.EidClient#loginSessions()}. */
  @SuppressWarnings("exports")
  public LoginSessions(Connection connection) {
    this.connection = connection;
  }

  /**
   * The session that {@link LoginSession#seal} gave as text, on this node or another one. Nobody
   * can change such a text, but whoever can write to your storage can put an older one back, or
   * another citizen's: compare {@link LoginSession#subject} with whom you expect.
   *
   * @throws vn.eid.UntrustedException where the text was changed ({@code DECRYPTION}), or is of
   *     another client or provider ({@code ISSUER})
   * @throws InvalidRequestException where the client was built without a storage key
   */
  public LoginSession reopen(String stored) {
    return new SealedSession(connection).open(Operation.named("loginSessions.reopen"), stored);
  }

  /**
   * The citizen and the session that {@link LoginOutcome.Approved#seal} gave as text. The checks of
   * the login are not made again: the seal proves that this application made them. How long a login
   * is good for is up to your web session; who reads such a text out of your storage cannot open
   * it, and who writes to it can put an older one back: see {@link #reopen}.
   *
   * @throws vn.eid.UntrustedException where the text was changed ({@code DECRYPTION}), or is of
   *     another client or provider ({@code ISSUER})
   * @throws InvalidRequestException where the client was built without a storage key
   */
  public LoginOutcome.Approved reopenLogin(String stored) {
    return SealedLogin.open(connection, Operation.named("loginSessions.reopenLogin"), stored);
  }

  /**
   * Whether the provider has ended a session (đăng xuất): its logout token came to {@link
   * vn.eid.webhook.Webhooks#accept} on any node that shares a store with this one, up to 31 days
   * ago. Ask for each request of a citizen's browser; a shared store is asked each time.
   *
   * @throws vn.eid.UnavailableException where the shared store does not answer; let nobody in then
   */
  public boolean isLoggedOut(LoginSession session) {
    Operation operation = Operation.named("loginSessions.isLoggedOut");
    return session.facts().isEnded(operation, connection.endedSessions());
  }

  /**
   * Ends a session (đăng xuất): it is over here at once, and its refresh token is revoked (RFC
   * 7009). The citizen is still signed in at the provider: send the browser to the address that is
   * returned, which ends that too and leads back to {@code returnTo} (OpenID Connect RP-Initiated
   * Logout 1.0). Where the provider has no logout page, it is {@code returnTo} itself.
   *
   * <p>End your own web session as well, and delete what you stored of this one: an older text
   * could be reopened, and its access token would work until it expires. A provider that cannot be
   * reached, or refuses, keeps nobody from logging out: its part is left out, with a WARN line.
   *
   * @param returnTo a page of yours, registered with the provider for this purpose
   * @throws InvalidRequestException where it is not an https URI (http on this machine)
   */
  public URI logout(LoginSession session, URI returnTo) {
    if (!SecureAddress.isHttps(returnTo) && !SecureAddress.isOnThisMachine(returnTo)) {
      throw new InvalidRequestException(
          "returnTo", "A logout returns to an https URI; http on this machine only.");
    }
    TokenAnswer last = session.tokens().end();
    Operation operation = Operation.named("loginSessions.logout");
    try {
      ProviderMetadata provider = connection.provider().metadata(operation);
      revoke(operation, last);
      return provider.logout().map(page -> link(page, session, returnTo)).orElse(returnTo);
    } catch (EidException e) {
      LOG.warn("The citizen logs out here, but not at the provider: {}", e.getMessage());
      return returnTo;
    }
  }

  /** A refusal is no reason to keep the citizen from the provider's logout page. */
  private void revoke(Operation operation, TokenAnswer last) {
    try {
      last.refreshToken()
          .ifPresent(
              token ->
                  connection
                      .provider()
                      .revoke(
                          operation, Map.of("token", token, "token_type_hint", "refresh_token")));
    } catch (ClientRejectedException | UntrustedException e) {
      LOG.warn("The provider does not take the refresh token back: {}", e.getMessage());
    }
  }

  private URI link(HttpUrl page, LoginSession session, URI returnTo) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("client_id", connection.clientId());
    session.facts().logoutHint().ifPresent(hint -> parameters.put("id_token_hint", hint));
    session.sessionId().ifPresent(id -> parameters.put("logout_hint", id));
    parameters.put("post_logout_redirect_uri", returnTo.toString());
    HttpUrl.Builder link = page.newBuilder();
    parameters.forEach(link::addQueryParameter);
    return link.build().uri();
  }
}
