package vn.eid.mock.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.jspecify.annotations.Nullable;
import vn.eid.mock.Fault;
import vn.eid.mock.fault.RegistrationFaults;
import vn.eid.mock.state.Client;
import vn.eid.mock.state.MockState;

/** One client assertion on its way through the {@linkplain ClientAuthentication#RULES rules}. */
final class AssertionCase {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final String WHAT = "The client assertion";
  private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);
  private static final Duration SKEW = Duration.ofMinutes(1);

  private final MockState state;
  private final RegistrationFaults registrations;
  private final Exchange exchange;
  private @Nullable Client client;
  private @Nullable Jws assertion;
  private @Nullable JsonWebKey key;

  AssertionCase(MockState state, RegistrationFaults registrations, Exchange exchange) {
    this.state = state;
    this.registrations = registrations;
    this.exchange = exchange;
  }

  Client client() {
    return Objects.requireNonNull(client);
  }

  Jws assertion() {
    return Objects.requireNonNull(assertion);
  }

  // STANDARD: RFC 6749, section 4.1.3, and RFC 9126, section 2.1: parameters come as a form.
  void requireForm() {
    String type = exchange.header("Content-Type").orElse("");
    if (!type.split(";", 2)[0].strip().equalsIgnoreCase(FORM)) {
      throw Refusal.badRequest(
              "invalid_request", "The Content-Type is " + Quoted.of(type) + "; send " + FORM + ".")
          .comparing(FORM, type);
    }
  }

  // STANDARD: RFC 6749, section 2.3: one method per request.
  void requireOneMethod() {
    if (exchange.header("Authorization").isPresent()
        || exchange.form().one("client_secret").isPresent()) {
      throw refusal("A client secret or an Authorization header came; use private_key_jwt alone.");
    }
  }

  void requireType() {
    String type = exchange.form().required("client_assertion_type");
    if (!type.equals(TYPE)) {
      throw refusal(
              "The client_assertion_type is " + Quoted.of(type) + "; it must be " + TYPE + ".")
          .comparing(TYPE, type);
    }
  }

  // STANDARD: RFC 7521, section 4.2: the assertion's subject names the client, so client_id may be
  // left out. Nothing is believed of it before its signature is checked with this client's key.
  void requireRegistered() throws JwsException {
    Optional<String> named = exchange.form().one("client_id");
    String id = named.isPresent() ? named.get() : assertion().requiredClaim("sub");
    client =
        state
            .clients()
            .find(id)
            .orElseThrow(
                () ->
                    refusal("The client " + Quoted.of(id) + " is not registered here.")
                        .comparing("a registered client", id));
  }

  void requireAssertion() throws JwsException {
    assertion = Jws.read(WHAT, exchange.form().required("client_assertion"));
  }

  void requireKey() throws JwsException {
    String kid =
        assertion()
            .header("kid")
            .orElseThrow(() -> new JwsException(WHAT + " names no kid in its header."));
    key =
        registrations.forAssertion(client()).getJsonWebKeys().stream()
            // STANDARD: RFC 7517, section 4.2: a key to encrypt for signs nothing.
            .filter(one -> kid.equals(one.getKeyId()) && !"enc".equals(one.getUse()))
            .findFirst()
            .orElseThrow(() -> unknownKey(kid));
  }

  private JwsException unknownKey(String kid) {
    String registered =
        String.join(
            ", ",
            client().publicKeys().getJsonWebKeys().stream()
                .filter(one -> !"enc".equals(one.getUse()))
                .map(one -> String.valueOf(one.getKeyId()))
                .toList());
    return new JwsException(
            WHAT
                + " names the kid "
                + Quoted.of(kid)
                + ", which is not registered; a key that the mock made is gone with its next start:"
                + " fetch the client again from /__admin/eid/client.")
        .comparing("a signing key of: " + registered, kid);
  }

  void requireSignature() throws JwsException {
    assertion().verify(Objects.requireNonNull(key));
  }

  void requireParty(String name) throws JwsException {
    String value = assertion().requiredClaim(name);
    if (!value.equals(client().id())) {
      throw new JwsException(
              WHAT + "'s " + name + " is " + Quoted.of(value) + "; it must be the client_id.")
          .comparing(client().id(), value);
    }
  }

  // STANDARD: FAPI 2.0 Security Profile, section 5.3.2.1: the issuer as a string. An array, or the
  // token endpoint's URL, would let another server of the same client replay the assertion.
  void requireAudience() throws JwsException {
    String audience =
        assertion()
            .claim("aud")
            .orElseThrow(
                () ->
                    new JwsException(WHAT + "'s audience is not one string; name the issuer.")
                        .comparing(state.issuer(), assertion().claimText("aud")));
    if (state.faults().fires(Fault.CLIENT_AUDIENCE_TOKEN_ENDPOINT)) {
      requireAudience(audience, "the token endpoint", state.issuer() + "/token");
    } else {
      requireAudience(audience, "the issuer", state.issuer());
    }
  }

  private static void requireAudience(String audience, String what, String url)
      throws JwsException {
    if (!audience.equals(url)) {
      throw new JwsException(
              "%s's audience is %s; it must be %s %s."
                  .formatted(WHAT, Quoted.of(audience), what, url))
          .comparing(url, audience);
    }
  }

  void requireNotExpired() throws JwsException {
    Instant now = state.clock().instant();
    Instant expiry = assertion().requiredTime("exp");
    if (!now.isBefore(expiry)) {
      throw new JwsException(
              WHAT + " has expired; sign a new one for each request." + state.clock().moved())
          .comparing("exp after " + now, "exp is " + expiry);
    }
  }

  void requireShortLife() throws JwsException {
    Instant latest = state.clock().instant().plus(LONGEST_LIFE);
    Instant expiry = assertion().requiredTime("exp");
    if (expiry.isAfter(latest)) {
      throw new JwsException(
              WHAT + " lives longer than 5 minutes; choose a nearer exp." + state.clock().moved())
          .comparing("exp before " + latest, "exp is " + expiry);
    }
  }

  void requireNotFuture() throws JwsException {
    Instant latest = state.clock().instant().plus(SKEW);
    Optional<Instant> late = assertion().time("iat").filter(latest::isBefore);
    if (late.isEmpty()) {
      late = assertion().time("nbf").filter(latest::isBefore);
    }
    if (late.isPresent()) {
      throw new JwsException(WHAT + " is from the future; set the clock." + state.clock().moved())
          .comparing("iat and nbf before " + latest, late.get().toString());
    }
  }

  void requireFirstUse() throws JwsException {
    if (!state.assertions().firstUse(client().id(), assertion().jti())) {
      throw new JwsException(WHAT + " was used before; sign a new one, with a new jti, each time.")
          .comparing("a jti that never came before", "one that came before");
    }
  }

  static Refusal refusal(String sentence) {
    return Refusal.of(401, "invalid_client", sentence);
  }
}
