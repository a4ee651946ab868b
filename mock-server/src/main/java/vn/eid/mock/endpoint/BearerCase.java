package vn.eid.mock.endpoint;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.eid.mock.state.AccessToken;
import vn.eid.mock.state.MockState;

/** One access token on its way through the {@linkplain ResourceGuard#RULES rules}. */
final class BearerCase {
  private final MockState state;
  private final DpopProofs proofs;
  private final Exchange exchange;
  private String header = "";
  private String thumbprint = "";
  private @Nullable AccessToken token;

  BearerCase(MockState state, DpopProofs proofs, Exchange exchange) {
    this.state = state;
    this.proofs = proofs;
    this.exchange = exchange;
  }

  AccessToken token() {
    return Objects.requireNonNull(token);
  }

  void requireHeader() {
    header = exchange.header("Authorization").orElseThrow(ResourceGuard::noToken);
  }

  // STANDARD: RFC 9449, section 7.2: a bound token that is sent as a Bearer token must be refused.
  void requireScheme() {
    if (!header.regionMatches(true, 0, "DPoP ", 0, 5)) {
      throw ResourceGuard.invalidToken(
              "The Authorization scheme must be DPoP; a Bearer token could be stolen.")
          .comparing("DPoP", header.regionMatches(true, 0, "Bearer ", 0, 7) ? "Bearer" : "another");
    }
  }

  private String value() {
    return header.substring(5).strip();
  }

  void requireKnown() {
    token =
        state
            .tokens()
            .find(value())
            .orElseThrow(
                () ->
                    ResourceGuard.invalidToken(
                        "The access token is not known here, was revoked, or its session is over."));
  }

  void requireAlive() {
    Instant now = state.clock().instant();
    if (!now.isBefore(token().expiresAt())) {
      throw ResourceGuard.expired()
          .comparing("a token that lives at " + now, "it lived until " + token().expiresAt());
    }
  }

  void requireProof() {
    try {
      thumbprint = proofs.check(exchange, Optional.of(value()));
    } catch (Refusal refusal) {
      throw ResourceGuard.unauthorized(refusal.code(), refusal.sentence());
    }
  }

  void requireSameKey() {
    if (!thumbprint.equals(token().jkt())) {
      throw ResourceGuard.invalidToken(
              "The access token is bound to another key than the DPoP proof's.")
          .comparing("a key of the thumbprint " + token().jkt(), thumbprint);
    }
  }
}
