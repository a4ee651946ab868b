package vn.eid.mock.endpoint;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.eid.mock.state.AuthorizationCode;
import vn.eid.mock.state.Client;
import vn.eid.mock.state.MockState;

/** One code on its way through the {@linkplain AuthorizationCodeGrant#RULES rules}. */
final class CodeCase {
  private final MockState state;
  private final Client client;
  private final String jkt;
  private final Params form;
  private @Nullable AuthorizationCode code;

  CodeCase(MockState state, Client client, String jkt, Params form) {
    this.state = state;
    this.client = client;
    this.jkt = jkt;
    this.form = form;
  }

  Params form() {
    return form;
  }

  AuthorizationCode code() {
    return Objects.requireNonNull(code);
  }

  void requireUnused() {
    Optional<AuthorizationCode> used = state.codes().usedBy(client.id(), form.required("code"));
    if (used.isPresent()) {
      // STANDARD: RFC 6749, section 4.1.2: two parties hold the code, so both lose the tokens.
      state.sessions().revokeTokens(used.get().session());
      throw Refusal.badRequest(
          "invalid_grant",
          "The code was used before; the tokens that were issued for it are revoked.");
    }
  }

  // The code is gone from here on, whatever the checks say: nobody may guess at a verifier twice.
  void requireKnown() {
    String value = form.required("code");
    // Another client's attempt does not spoil the code for its owner.
    Optional<AuthorizationCode> own = state.codes().find(value).filter(this::isOwn);
    code = own.flatMap(found -> state.codes().take(value)).orElseThrow(this::missing);
  }

  private boolean isOwn(AuthorizationCode found) {
    return found.request().clientId().equals(client.id());
  }

  // Of two exchanges that race, the one that comes too late used the code again.
  private Refusal missing() {
    requireUnused();
    return Refusal.badRequest(
        "invalid_grant", "The code is unknown, older than 60 seconds, or another client's.");
  }

  void requireSameRedirectUri() {
    String pushed = code().request().redirectUri();
    String sent = form.required("redirect_uri");
    if (!pushed.equals(sent)) {
      throw Refusal.badRequest(
              "invalid_grant", "The redirect_uri is not the one of the pushed request.")
          .comparing(pushed, sent);
    }
  }

  // STANDARD: RFC 9449, section 10: a stolen code is of no use without the key.
  void requireSameKey() {
    if (!code().request().dpopJkt().equals(jkt)) {
      throw Refusal.badRequest(
              "invalid_grant",
              "The DPoP proof is of another key than dpop_jkt named in the request.")
          .comparing("a key of the thumbprint " + code().request().dpopJkt(), jkt);
    }
  }

  void requireVerifier() {
    Pkce.verify(form, code().request().codeChallenge());
  }
}
