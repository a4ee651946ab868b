package vn.eid.login;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.eid.RateLimitedException;
import vn.eid.UnavailableException;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.http.Problems;
import vn.eid.internal.http.WireResponse;
import vn.eid.internal.oauth.SecretValues;
import vn.eid.internal.oauth.TokenAnswer;

/**
 * e-ID login in the browser: {@link #start} gives the address to send the browser to, {@link
 * #finish} takes the address with which it came back.
 *
 * <p>It speaks OpenID Connect in the FAPI 2.0 Security Profile: pushed requests (RFC 9126), PKCE
 * (RFC 7636), DPoP (RFC 9449) and issuer identification (RFC 9207). None of it can be left out.
 * This class is thread-safe.
 */
public final class RedirectLogin {
  private static final Logger LOG = LoggerFactory.getLogger("vn.eid.login");
  private static final Duration TIME_TO_FINISH = Duration.ofMinutes(10);

  private final Connection connection;
  private final Pending logins;

  /** Made by {@link vn.eid.EidClient#redirectLogin()}. */
  @SuppressWarnings("exports")
  public RedirectLogin(Connection connection) {
    this.connection = connection;
    this.logins = new Pending(connection, "login");
  }

  /**
   * Begins a login. Several may be under way in one browser, each in its own tab.
   *
   * @throws vn.eid.ClientRejectedException where the provider does not accept this client or
   *     callback
   * @throws vn.eid.UnavailableException where the provider cannot be reached
   */
  public LoginStart start(LoginRequest request, BrowserSession browser) {
    Operation operation = Operation.named("redirectLogin.start");
    Instant finishBy = connection.clock().instant().plus(TIME_TO_FINISH);
    PendingLogin login = PendingLogin.of(request, finishBy, connection.crypto());
    String state = SecretValues.token();
    URI link =
        connection
            .provider()
            .push(
                operation,
                connection.clientId(),
                AuthorizationRequest.parameters(connection.clientId(), state, login))
            .uri();
    logins.put(operation, Pending.name(state, browser), login.content(), finishBy);
    return new LoginStart(link, finishBy);
  }

  /**
   * Ends a login. The callback works once, in the browser in which the login began.
   *
   * @param callback the address with which the browser came back; only its query is read
   * @throws vn.eid.UntrustedException where anything received fails a check; nothing of it was
   *     used. {@code STATE} is mostly a page that was loaded again: offer to start again
   * @throws vn.eid.ClientRejectedException where the provider does not accept this client any more
   * @throws vn.eid.UnavailableException where the provider cannot be reached: where {@code
   *     mayHaveTakenEffect()} is false the same callback works again later, within the code's
   *     minute or so; otherwise start again
   * @throws vn.eid.RateLimitedException where the provider takes no more logins just now; the same
   *     callback works again after the wait
   */
  public LoginOutcome finish(URI callback, BrowserSession browser) {
    Operation operation = Operation.named("redirectLogin.finish");
    Callback received = Callback.of(operation, callback);
    String issuer = connection.provider().issuer();
    PendingLogin login = new CallbackChecks(operation, logins, issuer).verify(received, browser);
    if (!connection.clock().instant().isBefore(login.finishBy())) {
      return new LoginOutcome.Expired();
    }
    Optional<String> error = received.get("error");
    if (error.isPresent()) {
      return declined(operation, error.get());
    }
    String code =
        received
            .get("code")
            .orElseThrow(
                () -> operation.untrusted(Check.FORMAT, "The callback has no code and no error."));
    try {
      return exchange(operation, login, code);
    } catch (RateLimitedException e) {
      if (e.mayHaveTakenEffect()) {
        // "Wait and repeat" would be wrong advice: this login is used up.
        throw operation.unavailable(
            true, "The provider takes no more logins just now. Start the login again later.");
      }
      waitsOn(operation, received, browser, login);
      throw e;
    } catch (UnavailableException e) {
      if (!e.mayHaveTakenEffect()) {
        waitsOn(operation, received, browser, login);
      }
      throw e;
    }
  }

  /** The code is not spent, so the same callback may come again. */
  private void waitsOn(
      Operation operation, Callback received, BrowserSession browser, PendingLogin login) {
    String name = Pending.name(received.get("state").orElseThrow(), browser);
    logins.put(operation, name, login.content(), login.finishBy());
  }

  /** Never repeated: a code works once, and a lost answer means a new login (house rule). */
  private LoginOutcome exchange(Operation operation, PendingLogin login, String code) {
    WireResponse response =
        connection
            .provider()
            .firstTokens(
                operation,
                AuthorizationRequest.exchange(code, login),
                login.possession().signing());
    // The code's minute has passed, or the provider took it back: only a new login helps.
    if (connection.provider().tokenRefusal(response).filter("invalid_grant"::equals).isPresent()) {
      LOG.warn(
          "{}: the provider refused the code [trace {}]", operation.name(), operation.traceId());
      return new LoginOutcome.Expired();
    }
    TokenAnswer token = connection.provider().granted(operation, response);
    return new IdentityProof(connection, operation, login.terms(), login.possession())
        .verify(token, login.nonce());
  }

  private LoginOutcome declined(Operation operation, String error) {
    return switch (error) {
      case "invalid_request",
          "unauthorized_client",
          "unsupported_response_type",
          "invalid_scope",
          "server_error",
          "temporarily_unavailable" ->
          throw connection.provider().refusal(operation, error);
      default -> {
        if (!Problems.isName(error)) {
          throw operation.untrusted(Check.FORMAT, "The callback's error is not an error code.");
        }
        yield new LoginOutcome.Declined(LoginOutcome.Reason.of(error));
      }
    };
  }
}
