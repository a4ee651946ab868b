package vn.eid.diagnosis;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import vn.eid.diagnosis.Finding.Actor;
import vn.eid.diagnosis.Finding.Topic;

/** Whether the provider lets the client sign in; where not, which of the known causes fits. */
final class SignInCheck {
  private static final String LOOKED_AT = "a token request with a code that does not exist";

  private final Setting setting;
  private final Discovery discovery;
  private final Findings before;
  private final String callback;
  private Optional<OAuthAnswer> answer = Optional.empty();

  SignInCheck(Setting setting, Discovery discovery, Findings before, List<URI> callbacks) {
    this.setting = setting;
    this.discovery = discovery;
    this.before = before;
    this.callback =
        callbacks.isEmpty() ? "https://diagnosis.invalid/callback" : callbacks.get(0).toString();
  }

  /** What the token endpoint said; empty where it could not be asked. */
  Optional<OAuthAnswer> answer() {
    return answer;
  }

  /** Whether the provider did not refuse the client itself. */
  boolean isLetIn() {
    return answer.filter(said -> !said.isClientRefused()).isPresent();
  }

  Finding finding() {
    return discovery
        .endpoint("token_endpoint")
        .map(this::asked)
        .orElseGet(
            () ->
                Finding.becauseOf(
                    Topic.ENDPOINTS, Topic.SIGN_IN, LOOKED_AT, "No token endpoint is named."));
  }

  private Finding asked(HttpUrl endpoint) {
    TokenProbe probe = new TokenProbe(setting, discovery, endpoint, callback);
    Answer got = probe.ask();
    if (got instanceof Answer.Broke broke) {
      return new Unreached(Topic.SIGN_IN, endpoint).of(broke.failure());
    }
    var response = ((Answer.Came) got).response();
    Optional<Finding> obstacle = new Obstacle(Topic.SIGN_IN, endpoint).inAnswer(response);
    if (obstacle.isPresent()) {
      return obstacle.get();
    }
    OAuthAnswer said = OAuthAnswer.of(response);
    answer = Optional.of(said);
    return said.isClientRefused() ? refused(said, probe) : letIn(said);
  }

  private Finding letIn(OAuthAnswer said) {
    if (said.isSuccess()) {
      return problem(
          "The provider gives tokens for a code that does not exist.",
          "Tell the provider's security team; do not use it.",
          Actor.PROVIDER);
    }
    if (said.isProofRefused()) {
      return Finding.becauseOf(
          before.problemWith(Topic.CLOCK).orElse(Topic.DPOP),
          Topic.SIGN_IN,
          LOOKED_AT,
          "The provider refused the DPoP proof (" + said.shown() + "), not the client.");
    }
    return said.isCodeRefused()
        ? Finding.ok(Topic.SIGN_IN, LOOKED_AT, "Signed in; the code was refused, as it must be.")
        : refusedForAnotherReason(said);
  }

  private static Finding refusedForAnotherReason(OAuthAnswer said) {
    return switch (said.code()) {
      case "unauthorized_client", "unsupported_grant_type" ->
          problem(
              "Signed in, but this client may not exchange codes (" + said.code() + ").",
              "Have the authority grant this client the authorization code grant.",
              Actor.AUTHORITY);
      default -> unclear(said);
    };
  }

  private static Finding unclear(OAuthAnswer said) {
    return Finding.warning(
        Topic.SIGN_IN,
        LOOKED_AT,
        "The provider refused the request (" + said.shown() + "), not the client.",
        "Signing in seems to work. Try a login; quote the trace to the provider if it fails.",
        Actor.YOU);
  }

  private Finding refused(OAuthAnswer said, TokenProbe probe) {
    Topic cause = before.causeOfRefusal();
    if (cause != Topic.SIGN_IN) {
      return Finding.becauseOf(cause, Topic.SIGN_IN, LOOKED_AT, "Refused (" + said.shown() + ").");
    }
    return probe.otherAudience().map(SignInCheck::wrongAudience).orElseGet(() -> unexplained(said));
  }

  private static Finding wrongAudience(String audience) {
    return problem(
        "Wrong audience: the provider refuses assertions for its issuer, and takes them for "
            + Shown.text(audience)
            + ".",
        "FAPI 2.0 (section 5.3.2.1) demands the issuer alone: ask the authority to have it mended.",
        Actor.AUTHORITY);
  }

  private Finding unexplained(OAuthAnswer said) {
    if (before.isOk(Topic.REGISTERED_KEY)) {
      return problem(
          "The provider refuses the client (" + said.shown() + "), though its key is registered.",
          "Ask the authority whether the client is active, and quote the trace.",
          Actor.AUTHORITY);
    }
    return problem(
        "The provider refuses the client ("
            + said.shown()
            + "): it does not know the client id"
            + " or the key, or has the key under another kid.",
        "Compare client id, kid and thumbprint, as above, with the registration at the authority."
            + (before.isOk(Topic.CLOCK) ? "" : " Check this server's clock."),
        Actor.YOU);
  }

  private static Finding problem(String found, String advice, Actor actor) {
    return Finding.problem(Topic.SIGN_IN, LOOKED_AT, found, advice, actor);
  }
}
