package vn.eid.internal.http;

import java.io.IOException;
import java.time.Clock;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Adds a DPoP proof (RFC 9449, section 4.2), new for each attempt, and keeps the server's nonce.
 */
final class ProvePossession implements Interceptor {
  private final DpopProofs proofs;
  private final DpopNonces nonces = new DpopNonces();

  ProvePossession(Clock clock) {
    this.proofs = new DpopProofs(clock);
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    @Nullable Proof proof = request.tag(Proof.class);
    Response response = chain.proceed(proof == null ? request : proven(request, proof));
    nonces.remember(request.url(), response);
    return response;
  }

  private Request proven(Request request, Proof proof) {
    Request.Builder proven = request.newBuilder();
    if (proof.accessToken() != null) {
      proven.header("Authorization", "DPoP " + proof.accessToken());
    }
    return proven
        .header(
            "DPoP",
            proofs.create(
                proof.key(),
                request.method(),
                request.url(),
                nonces.of(request.url()),
                proof.accessToken()))
        .build();
  }
}
