package vn.eid.diagnosis;

import java.util.List;
import java.util.Optional;
import vn.eid.diagnosis.Finding.Actor;
import vn.eid.diagnosis.Finding.Topic;

/**
 * Whether the provider binds tokens to keys (DPoP, RFC 9449): what it offers and how it took the
 * proof that came with the attempt to sign in.
 */
final class DpopCheck {
  private static final String MEMBER = "dpop_signing_alg_values_supported";
  private static final String LOOKED_AT = "the discovery document, and a proof that was sent";

  private final Discovery discovery;
  private final Findings before;
  private final Optional<OAuthAnswer> answer;

  DpopCheck(Discovery discovery, Findings before, Optional<OAuthAnswer> answer) {
    this.discovery = discovery;
    this.before = before;
    this.answer = answer;
  }

  Finding finding() {
    List<String> algorithms = discovery.offered(MEMBER);
    if (!algorithms.isEmpty() && !algorithms.contains("ES256")) {
      return problem(
          "The provider takes no DPoP proofs by ES256, but by " + Shown.list(algorithms) + ".",
          "Ask the authority: the client proves with ES256.",
          Actor.AUTHORITY);
    }
    return answer
        .map(said -> judged(said, algorithms.isEmpty()))
        .orElseGet(
            () ->
                Finding.becauseOf(
                    before.problemWith(Topic.ENDPOINTS).orElse(Topic.SIGN_IN),
                    Topic.DPOP,
                    LOOKED_AT,
                    "No proof could be tried."));
  }

  private Finding judged(OAuthAnswer said, boolean unannounced) {
    if (said.isProofRefused()) {
      return refused(said);
    }
    if (said.isClientRefused()) {
      return Finding.becauseOf(
          before.causeOfRefusal(),
          Topic.DPOP,
          LOOKED_AT,
          "The client was refused before its proof was looked at.");
    }
    if (unannounced) {
      return said.hasNonce() ? announcedNowhere() : notOffered();
    }
    return Finding.ok(Topic.DPOP, LOOKED_AT, "Offered, and a proof by ES256 was taken.");
  }

  private Finding refused(OAuthAnswer said) {
    if (before.problemWith(Topic.CLOCK).isPresent()) {
      return Finding.becauseOf(
          Topic.CLOCK, Topic.DPOP, LOOKED_AT, "The proof was refused (" + said.code() + ").");
    }
    return said.code().equals("use_dpop_nonce")
        ? problem(
            "The provider asks for another nonce even when its own comes back (use_dpop_nonce).",
            "Tell the provider: its servers may not share their nonces.",
            Actor.PROVIDER)
        : problem(
            "The provider refuses the proof (invalid_dpop_proof).",
            "A proxy on either side may change the address, which the proof names (htu). Check this"
                + " server's clock, and quote the trace to the provider.",
            Actor.PROVIDER);
  }

  private static Finding notOffered() {
    return problem(
        "The provider does not offer DPoP: its tokens would work for whoever steals them, and login"
            + " refuses such tokens.",
        "Ask the authority for tokens that are bound to keys (RFC 9449).",
        Actor.AUTHORITY);
  }

  private static Finding announcedNowhere() {
    return Finding.warning(
        Topic.DPOP,
        LOOKED_AT,
        "The provider speaks DPoP, but its discovery document does not say so.",
        "Tell the provider that " + MEMBER + " is missing.",
        Actor.PROVIDER);
  }

  private static Finding problem(String found, String advice, Actor actor) {
    return Finding.problem(Topic.DPOP, LOOKED_AT, found, advice, actor);
  }
}
