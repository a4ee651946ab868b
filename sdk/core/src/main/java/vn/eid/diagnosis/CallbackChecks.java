package vn.eid.diagnosis;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import vn.eid.diagnosis.Finding.Actor;
import vn.eid.diagnosis.Finding.Topic;
import vn.eid.internal.http.SecureAddress;

/**
 * Whether the provider takes each callback: a login is pushed with it (RFC 9126), which nobody then
 * begins.
 */
final class CallbackChecks {
  private static final Set<String> ABOUT_THE_CALLBACK =
      Set.of("invalid_redirect_uri", "redirect_uri_mismatch");

  private final Setting setting;
  private final Discovery discovery;
  private final Findings findings;
  private final boolean letIn;

  /** Whether something fails that has nothing to do with the callback: once is enough. */
  private boolean isBlocked;

  CallbackChecks(Setting setting, Discovery discovery, Findings findings, boolean letIn) {
    this.setting = setting;
    this.discovery = discovery;
    this.findings = findings;
    this.letIn = letIn;
  }

  void check(List<URI> callbacks) {
    if (callbacks.isEmpty()) {
      findings.add(
          Finding.notChecked(
              Topic.CALLBACK,
              "no callback",
              "None was given.",
              "Pass yours: client.diagnose(callback).",
              Actor.YOU));
    }
    for (URI callback : callbacks) {
      findings.add(Topic.CALLBACK, () -> finding(callback));
    }
  }

  private Finding finding(URI callback) {
    if (!SecureAddress.isHttps(callback) && !SecureAddress.isOnThisMachine(callback)) {
      return problem(
          callback,
          Shown.uri(callback) + " is no https address, nor http on this machine.",
          "Use an https address without a fragment, and register it.",
          Actor.YOU);
    }
    Optional<HttpUrl> endpoint = discovery.endpoint("pushed_authorization_request_endpoint");
    if (endpoint.isEmpty()) {
      return untried(callback, Topic.ENDPOINTS);
    }
    if (!letIn) {
      return untried(callback, findings.causeOfRefusal());
    }
    return isBlocked ? untried(callback, Topic.CALLBACK) : pushed(callback, endpoint.get());
  }

  private static Finding untried(URI callback, Topic cause) {
    return Finding.becauseOf(
        cause, Topic.CALLBACK, lookedAt(callback), Shown.uri(callback) + " could not be tried.");
  }

  private Finding pushed(URI callback, HttpUrl endpoint) {
    Answer answer = LoginProbe.push(setting, endpoint, callback);
    if (answer instanceof Answer.Broke broke) {
      isBlocked = true;
      return new Unreached(Topic.CALLBACK, endpoint).of(broke.failure());
    }
    var response = ((Answer.Came) answer).response();
    Optional<Finding> obstacle = new Obstacle(Topic.CALLBACK, endpoint).inAnswer(response);
    isBlocked = obstacle.isPresent();
    return obstacle.orElseGet(() -> judged(callback, OAuthAnswer.of(response)));
  }

  private Finding judged(URI callback, OAuthAnswer said) {
    if (said.isSuccess()) {
      return Finding.ok(Topic.CALLBACK, lookedAt(callback), Shown.uri(callback) + " is taken.");
    }
    if (said.isAboutTheCallback() || ABOUT_THE_CALLBACK.contains(said.code())) {
      return problem(
          callback,
          "Redirect URI not registered: " + Shown.uri(callback) + " (" + said.shown() + ").",
          "Have it registered, or use the registered one: every character counts, also a slash at"
              + " the end.",
          Actor.YOU);
    }
    if (said.code().equals("invalid_request")) {
      return problem(
          callback,
          "A login that returns to " + Shown.uri(callback) + " is refused (invalid_request).",
          "Check first that this redirect URI is registered, character by character.",
          Actor.YOU);
    }
    isBlocked = true;
    return said.isClientRefused() ? refusedHere(callback, said) : refused(callback, said);
  }

  private static Finding refusedHere(URI callback, OAuthAnswer said) {
    return problem(
        callback,
        "The client may sign in at the token endpoint, but not to push a login ("
            + said.shown()
            + ").",
        "Ask the authority: the provider may want another audience here, against FAPI 2.0.",
        Actor.AUTHORITY);
  }

  private static Finding refused(URI callback, OAuthAnswer said) {
    return problem(
        callback,
        "The provider takes no login of this client (" + said.shown() + ").",
        "Have the authority look at the rights of this client.",
        Actor.AUTHORITY);
  }

  private static Finding problem(URI callback, String found, String advice, Actor actor) {
    return Finding.problem(Topic.CALLBACK, lookedAt(callback), found, advice, actor);
  }

  private static String lookedAt(URI callback) {
    return "a pushed login that returns to " + Shown.uri(callback);
  }
}
