package vn.eid.login;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.HttpUrl;
import vn.eid.InvalidRequestException;
import vn.eid.internal.Connection;
import vn.eid.internal.http.SecureAddress;

/**
 * What a citizen who logged in lets this application do: call protected APIs with a token that the
 * application never sees. It is not your own web session; keep it there, or store it sealed.
 *
 * <p>{@link #toString()} shows nothing. This class is thread-safe.
 */
public final class LoginSession {
  private final Connection connection;
  private final SessionTokens tokens;
  private final SessionFacts facts;
  private final AtomicLong sealedAt = new AtomicLong(-1);

  LoginSession(Connection connection, SessionTokens tokens, SessionFacts facts) {
    this.connection = connection;
    this.tokens = tokens;
    this.facts = facts;
  }

  /** The citizen's stable pseudonym for this application: {@link Identity#subject()}. */
  public String subject() {
    return facts.subject();
  }

  /** The provider's name of the session ({@code sid}); a logout from its side may name it. */
  public Optional<String> sessionId() {
    return facts.sessionId();
  }

  /**
   * Whether it is over: logged out, refused a renewal by the provider, or expired without one. A
   * revocation that was not heard of yet shows at the next renewal.
   */
  public boolean isEnded() {
    return tokens.isEnded();
  }

  /**
   * Calls to a protected API with the citizen's token, which is bound to a key of this session
   * (DPoP, RFC 9449). Proofs, the server's nonces and the renewal of the token happen inside; a
   * call whose body can be sent only once is not made again for them.
   *
   * <p>A call has the client's timeout, which {@code Call.timeout()} changes; how much of an answer
   * is read is up to you. A call to an address that is not under the base is refused with {@link
   * InvalidRequestException} before anything is sent; redirects are not followed. A call in a
   * session that is over fails with {@link SessionEndedException}. Where the API wants a surer
   * login, see {@link StepUp#demandedBy}.
   *
   * @param base an https address (http on this machine, where the issuer is there too); a path is a
   *     directory, with a slash at its end or without
   */
  public Call.Factory resources(URI base) {
    URI issuer = connection.environment().issuer();
    HttpUrl url = HttpUrl.get(base);
    if (url == null || base.getRawQuery() != null || !SecureAddress.isSafeFor(issuer, base)) {
      throw new InvalidRequestException(
          "base", "The base of an API is an https URL without query and fragment.");
    }
    return connection.wire().protectedCalls(url, tokens);
  }

  /**
   * The session as text that can be stored anywhere and reopened by any node with the same storage
   * key: {@link LoginSessions#reopen}. It is encrypted and authenticated, and some 500 characters
   * longer than the provider's tokens.
   *
   * @throws InvalidRequestException where the client was built without a storage key
   */
  public String seal() {
    return sealed(() -> new SealedSession(connection).close(facts, tokens));
  }

  /** A change that happens meanwhile counts as one after it. */
  String sealed(Supplier<String> text) {
    long changes = tokens.changes();
    String stored = text.get();
    sealedAt.set(changes);
    return stored;
  }

  /** Just as it stands in the text that it came out of. */
  LoginSession asSealed() {
    sealedAt.set(tokens.changes());
    return this;
  }

  /**
   * Whether the text that {@link #seal} last gave, or that it was reopened from, is out of date,
   * because the token was renewed or the session ended since: seal it again and replace what you
   * stored.
   */
  public boolean changedSinceSealed() {
    return sealedAt.get() != tokens.changes();
  }

  SessionFacts facts() {
    return facts;
  }

  Connection connection() {
    return connection;
  }

  SessionTokens tokens() {
    return tokens;
  }

  @Override
  public String toString() {
    return "LoginSession[…]";
  }
}
