package vn.eid.mock.endpoint;

import java.time.Duration;
import java.time.Instant;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import vn.eid.mock.Fault;
import vn.eid.mock.fault.RegistrationFaults;
import vn.eid.mock.state.Client;
import vn.eid.mock.state.MockState;

/**
 * Client authentication by private_key_jwt: RFC 7523, section 3, in the narrow form of the FAPI 2.0
 * Security Profile, section 5.3.2.1.
 */
final class ClientAuthentication {
  private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final String WHAT = "The client assertion";
  private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);
  private static final Duration SKEW = Duration.ofMinutes(1);

  private final MockState state;
  private final RegistrationFaults registrations;

  ClientAuthentication(MockState state) {
    this.state = state;
    this.registrations = new RegistrationFaults(state.faults(), state.keys());
  }

  /**
   * The client that the form proves to come from.
   *
   * @throws Refusal 401 {@code invalid_client}
   */
  Client authenticate(Exchange exchange) {
    requireForm(exchange);
    String clientId = exchange.form().required("client_id");
    requireOneMethod(exchange);
    Client client =
        state
            .clients()
            .find(clientId)
            .orElseThrow(
                () -> refusal("The client " + Quoted.of(clientId) + " is not registered here."));
    try {
      check(Jws.parse(WHAT, exchange.form().required("client_assertion")), client);
    } catch (JwsException e) {
      throw refusal(e.sentence());
    }
    return client;
  }

  // STANDARD: RFC 6749, section 4.1.3, and RFC 9126, section 2.1: parameters come as a form.
  private static void requireForm(Exchange exchange) {
    String type = exchange.header("Content-Type").orElse("");
    if (!type.split(";", 2)[0].strip().equalsIgnoreCase("application/x-www-form-urlencoded")) {
      throw Refusal.badRequest(
          "invalid_request",
          "The Content-Type is " + Quoted.of(type) + "; send application/x-www-form-urlencoded.");
    }
  }

  // STANDARD: RFC 6749, section 2.3: one method per request.
  private static void requireOneMethod(Exchange exchange) {
    if (exchange.header("Authorization").isPresent()
        || exchange.form().one("client_secret").isPresent()) {
      throw refusal("A client secret or an Authorization header came; use private_key_jwt alone.");
    }
    String type = exchange.form().required("client_assertion_type");
    if (!type.equals(TYPE)) {
      throw refusal(
          "The client_assertion_type is " + Quoted.of(type) + "; it must be " + TYPE + ".");
    }
  }

  private void check(Jws assertion, Client client) throws JwsException {
    assertion.verify(keyOf(assertion, registrations.forAssertion(client)));
    requireParty(assertion, "iss", client);
    requireParty(assertion, "sub", client);
    requireAudience(assertion);
    requireTimes(assertion);
    // Last, so that a refused assertion does not use up the jti of a good one.
    if (!state.assertions().firstUse(client.id(), assertion.jti())) {
      throw new JwsException(WHAT + " was used before; sign a new one, with a new jti, each time.");
    }
  }

  private static JsonWebKey keyOf(Jws assertion, JsonWebKeySet keys) throws JwsException {
    String kid =
        assertion
            .header("kid")
            .orElseThrow(() -> new JwsException(WHAT + " names no kid in its header."));
    return keys.getJsonWebKeys().stream()
        // STANDARD: RFC 7517, section 4.2: a key to encrypt for signs nothing.
        .filter(key -> kid.equals(key.getKeyId()) && !"enc".equals(key.getUse()))
        .findFirst()
        .orElseThrow(
            () ->
                new JwsException(
                    WHAT + " names the kid " + Quoted.of(kid) + ", which is not registered."));
  }

  private static void requireParty(Jws assertion, String name, Client client) throws JwsException {
    String value = assertion.requiredClaim(name);
    if (!value.equals(client.id())) {
      throw new JwsException(
          WHAT + "'s " + name + " is " + Quoted.of(value) + "; it must be the client_id.");
    }
  }

  // STANDARD: FAPI 2.0 Security Profile, section 5.3.2.1: the issuer as a string. An array, or the
  // token endpoint's URL, would let another server of the same client replay the assertion.
  private void requireAudience(Jws assertion) throws JwsException {
    String audience =
        assertion
            .claim("aud")
            .orElseThrow(
                () -> new JwsException(WHAT + "'s audience is not one string; name the issuer."));
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
          "%s's audience is %s; it must be %s %s.".formatted(WHAT, Quoted.of(audience), what, url));
    }
  }

  private void requireTimes(Jws assertion) throws JwsException {
    Instant now = state.clock().instant();
    Instant expiry = assertion.requiredTime("exp");
    if (!now.isBefore(expiry)) {
      throw new JwsException(WHAT + " has expired; sign a new one for each request.");
    }
    if (expiry.isAfter(now.plus(LONGEST_LIFE))) {
      throw new JwsException(WHAT + " lives longer than 5 minutes; choose a nearer exp.");
    }
    Instant latest = now.plus(SKEW);
    if (assertion.time("iat").filter(latest::isBefore).isPresent()
        || assertion.time("nbf").filter(latest::isBefore).isPresent()) {
      throw new JwsException(WHAT + " is from the future; set the clock.");
    }
  }

  private static Refusal refusal(String sentence) {
    return Refusal.of(401, "invalid_client", sentence);
  }
}
