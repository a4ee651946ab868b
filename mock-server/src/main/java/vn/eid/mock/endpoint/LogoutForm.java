package vn.eid.mock.endpoint;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vn.eid.mock.state.LogoutRequest;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.Session;
import vn.eid.mock.state.SigningKey;

/** The parameters of a logout: OpenID Connect RP-Initiated Logout 1.0, section 2. */
final class LogoutForm {
  private static final String WHAT = "The id_token_hint";

  private final MockState state;

  LogoutForm(MockState state) {
    this.state = state;
  }

  LogoutRequest read(Params params) {
    Optional<Jws> hint = params.one("id_token_hint").map(this::verified);
    Optional<String> client = client(params, hint);
    Optional<String> sid = hint.flatMap(token -> token.claim("sid"));
    // ASSUMED: the logout_hint is a session's sid.
    Optional<Session> session =
        sid.or(() -> params.one("logout_hint"))
            .flatMap(state.sessions()::find)
            .filter(found -> client.filter(found.clientId()::equals).isPresent());
    return new LogoutRequest(session, back(params, client));
  }

  // STANDARD: RP-Initiated Logout 1.0, section 4: an id token that has expired is a good hint.
  private Jws verified(String compact) {
    try {
      Jws hint = Jws.parse(WHAT, compact);
      hint.verify(signer(hint).publicKey());
      if (hint.claim("iss").filter(state.issuer()::equals).isPresent()) {
        return hint;
      }
      throw new JwsException(WHAT + " is of another issuer.");
    } catch (JwsException e) {
      throw Refusal.badRequest("logout_hint_untrusted", e.sentence());
    }
  }

  // An id token outlives a planned change of keys; one that names no key is checked with today's.
  private SigningKey signer(Jws hint) throws JwsException {
    Optional<String> kid = hint.header("kid");
    if (kid.isEmpty()) {
      return state.keys().provider();
    }
    return state
        .keys()
        .ofProvider()
        .published(kid.get())
        .orElseThrow(() -> new JwsException(WHAT + " is signed by a key that is not published."));
  }

  private Optional<String> client(Params params, Optional<Jws> hint) {
    Optional<String> named = params.one("client_id");
    Optional<String> audience = hint.flatMap(token -> token.claim("aud"));
    // STANDARD: section 2: the two must be the same.
    if (named.isPresent() && audience.isPresent() && !named.equals(audience)) {
      throw Refusal.badRequest(
          "logout_hint_untrusted",
          "The id_token_hint was issued to another client than client_id.");
    }
    return named.or(() -> audience);
  }

  // STANDARD: section 3.1: compared as strings; nobody is sent to an address that is not known.
  private Optional<URI> back(Params params, Optional<String> client) {
    Optional<String> uri = params.one("post_logout_redirect_uri");
    if (uri.isEmpty()) {
      return Optional.empty();
    }
    if (client.filter(id -> state.addresses().signedOut(id).contains(uri.get())).isEmpty()) {
      throw Refusal.badRequest(
          "logout_uri_unknown",
          "The post_logout_redirect_uri "
              + Quoted.of(uri.get())
              + " is not registered for this client; it must be equal in every character.");
    }
    String separator = uri.get().contains("?") ? "&" : "?";
    String suffix =
        params.one("state").map(value -> separator + "state=" + encoded(value)).orElse("");
    return Optional.of(URI.create(uri.get() + suffix));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
