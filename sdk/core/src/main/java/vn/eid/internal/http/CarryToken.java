package vn.eid.internal.http;

import java.io.IOException;
import java.util.Optional;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Lets a call of the application's go out with a bound token, which the application never sees. The
 * call is made again where the resource demands a nonce (RFC 9449, section 9) or refuses the token:
 * each time it has done nothing yet.
 */
final class CarryToken implements Interceptor {
  private final BoundTokens tokens;

  CarryToken(BoundTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    String token = tokens.current();
    Response response = answeredNonce(chain, token);
    if (!isRefused(response) || !mayRepeat(chain.request())) {
      return hidden(response);
    }
    Optional<String> fresh;
    try {
      fresh = tokens.insteadOf(token);
    } catch (IOException e) {
      response.close();
      throw e;
    }
    if (fresh.isEmpty()) {
      return hidden(response);
    }
    response.close();
    return hidden(answeredNonce(chain, fresh.get()));
  }

  private Response answeredNonce(Chain chain, String token) throws IOException {
    Response response = attempt(chain, token);
    if (!DpopChecks.check8NonceIsDemanded(response) || !mayRepeat(chain.request())) {
      return response;
    }
    response.close();
    return attempt(chain, token);
  }

  private Response attempt(Chain chain, String token) throws IOException {
    Proof proof = new Proof(tokens.key(), token);
    return chain.proceed(chain.request().newBuilder().tag(Proof.class, proof).build());
  }

  /** RFC 6750, section 3.1. A demand for a surer login is the application's to answer. */
  private static boolean isRefused(Response response) {
    return response.code() == 401
        && response.challenges().stream()
            .anyMatch(challenge -> "invalid_token".equals(challenge.authParams().get("error")));
  }

  private static boolean mayRepeat(Request request) {
    @Nullable RequestBody body = request.body();
    return body == null || !body.isOneShot();
  }

  /** Without the request as it went over the wire: that one has the token in it. */
  private static Response hidden(Response response) {
    Request bare = response.request().newBuilder().tag(Proof.class, null).build();
    return response.newBuilder().request(bare).networkResponse(null).priorResponse(null).build();
  }
}
