package vn.eid.mock.endpoint;

import java.util.Optional;
import vn.eid.mock.state.MockState;

/** The checks of a DPoP proof, in the order of RFC 9449, section 4.3. */
final class DpopProofs {
  private static final String CHECK = "RFC 9449, section 4.3, item ";

  /** The rules where a token is asked for. */
  static final Checklist<ProofCase> FOR_TOKEN = ending(beginning());

  /** The rules where a token is shown. */
  static final Checklist<ProofCase> WITH_TOKEN =
      ending(beginning().rule("hash", CHECK + "12", ProofCase::requireHash));

  private final MockState state;

  DpopProofs(MockState state) {
    this.state = state;
  }

  private static Checklist<ProofCase> beginning() {
    return Checklist.<ProofCase>named("proof")
        .rule("present", CHECK + "1", ProofCase::requireHeader)
        .rule("compact", CHECK + "2", ProofCase::requireProof)
        .rule("algorithm", CHECK + "5", it -> it.proof().requireAlgorithm())
        .rule("extension", "RFC 7515, section 4.1.11", it -> it.proof().requireNoExtension())
        .rule("type", CHECK + "4", ProofCase::requireType)
        .rule("public_key", CHECK + "7", ProofCase::requireKey)
        .rule("signature", CHECK + "6", ProofCase::requireSignature)
        .rule("method", CHECK + "8", ProofCase::requireMethod)
        .rule("url", CHECK + "9", ProofCase::requireUrl)
        .rule("time", CHECK + "11", ProofCase::requireTime);
  }

  private static Checklist<ProofCase> ending(Checklist<ProofCase> begun) {
    return begun
        // After the others: a client that is wrong in two ways hears of its own mistake first.
        .rule("nonce", CHECK + "10", ProofCase::requireNonce)
        // Last, so that a refused proof does not use up the jti of a good one.
        .rule("once", "RFC 9449, section 11.1", ProofCase::requireFirstUse);
  }

  /** The thumbprint of the key that the request's proof was signed with. */
  String check(Exchange exchange) {
    return check(exchange, Optional.empty());
  }

  /**
   * The same, for a request that shows an access token.
   *
   * @throws Refusal 400 {@code invalid_dpop_proof} or {@code use_dpop_nonce}
   */
  String check(Exchange exchange, Optional<String> accessToken) {
    ProofCase it = new ProofCase(state, exchange, accessToken);
    Checklist<ProofCase> rules = accessToken.isPresent() ? WITH_TOKEN : FOR_TOKEN;
    try {
      rules.examine(it, exchange.examination());
    } catch (JwsException e) {
      throw ProofCase.invalid(e.sentence());
    }
    return it.thumbprint();
  }
}
