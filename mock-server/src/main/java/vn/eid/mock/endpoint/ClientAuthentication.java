package vn.eid.mock.endpoint;

import vn.eid.mock.fault.RegistrationFaults;
import vn.eid.mock.state.Client;
import vn.eid.mock.state.MockState;

/**
 * Client authentication by private_key_jwt: RFC 7523, section 3, in the narrow form of the FAPI 2.0
 * Security Profile, section 5.3.2.1.
 */
final class ClientAuthentication {
  private static final String FAPI = "FAPI 2.0 Security Profile, section ";

  static final Checklist<AssertionCase> RULES =
      Checklist.<AssertionCase>named("assertion")
          .rule("form", "RFC 6749, section 4.1.3", AssertionCase::requireForm)
          .rule("one_method", "RFC 6749, section 2.3", AssertionCase::requireOneMethod)
          .rule("type", "RFC 7523, section 2.2", AssertionCase::requireType)
          .rule("compact", "RFC 7515, section 7.1", AssertionCase::requireAssertion)
          .rule("algorithm", FAPI + "5.4.1", it -> it.assertion().requireAlgorithm())
          .rule("extension", "RFC 7515, section 4.1.11", it -> it.assertion().requireNoExtension())
          .rule("registered", "RFC 7521, section 4.2", AssertionCase::requireRegistered)
          .rule("kid", "RFC 7515, section 4.1.4", AssertionCase::requireKey)
          .rule("signature", "RFC 7523, section 3, item 9", AssertionCase::requireSignature)
          .rule("issuer", "RFC 7523, section 3, item 1", it -> it.requireParty("iss"))
          .rule("subject", "RFC 7523, section 3, item 2", it -> it.requireParty("sub"))
          .rule("audience", FAPI + "5.3.2.1", AssertionCase::requireAudience)
          .rule("expiry", "RFC 7523, section 3, item 4", AssertionCase::requireNotExpired)
          .rule("lifetime", "RFC 7523, section 3, item 4", AssertionCase::requireShortLife)
          .rule("past", "RFC 7523, section 3, items 5 and 6", AssertionCase::requireNotFuture)
          // Last, so that a refused assertion does not use up the jti of a good one.
          .rule("once", "RFC 7523, section 3, item 7", AssertionCase::requireFirstUse);

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
    AssertionCase it = new AssertionCase(state, registrations, exchange);
    try {
      RULES.examine(it, exchange.examination());
    } catch (JwsException e) {
      throw AssertionCase.refusal(e.sentence());
    }
    return it.client();
  }
}
