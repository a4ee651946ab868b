package vn.eid.diagnosis;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import okhttp3.HttpUrl;
import vn.eid.diagnosis.Finding.Topic;
import vn.eid.internal.http.WireResponse;

/**
 * The steps of a diagnosis, from this server outwards. What carries an assertion is sent only when
 * everything before it showed that it goes to the configured issuer.
 */
final class Examination {
  private final Setting setting;
  private final List<URI> callbacks;
  private final Findings findings = new Findings();

  Examination(Setting setting, List<URI> callbacks) {
    this.setting = setting;
    this.callbacks = callbacks.stream().distinct().toList();
  }

  List<Finding> findings() {
    findings.add(OwnSide.key(setting));
    findings.add(OwnSide.issuer(setting));
    if (findings.isOk(Topic.CONFIGURED_ISSUER)) {
      reach().flatMap(this::identify).ifPresent(this::examine);
    }
    return findings.complete();
  }

  /** The discovery document: a request that carries nothing. */
  private Optional<WireResponse> reach() {
    HttpUrl url = Objects.requireNonNull(setting.wellKnown());
    Answer answer = setting.read(url);
    if (answer instanceof Answer.Broke broke) {
      findings.add(new Unreached(Topic.CONNECTION, url).of(broke.failure()));
      return Optional.empty();
    }
    Answer.Came came = (Answer.Came) answer;
    Optional<Finding> obstacle = new Obstacle(Topic.CONNECTION, url).inDocument(came.response());
    findings.add(obstacle.orElseGet(() -> reached(url)));
    if (obstacle.isPresent()) {
      return Optional.empty();
    }
    findings.add(ClockCheck.of(setting, came));
    return Optional.of(came.response());
  }

  private static Finding reached(HttpUrl url) {
    return Finding.ok(
        Topic.CONNECTION,
        "a request to " + Shown.uri(url.uri()),
        url.host() + ":" + url.port() + " answers" + (url.isHttps() ? ", by trusted TLS." : "."));
  }

  private Optional<Discovery> identify(WireResponse response) {
    IssuerCheck check = new IssuerCheck(setting, response);
    findings.add(Topic.ISSUER, check::finding);
    return findings.isOk(Topic.ISSUER) ? Optional.of(check.discovery()) : Optional.empty();
  }

  private void examine(Discovery discovery) {
    OfferChecks offers = new OfferChecks(setting, discovery);
    findings.add(Topic.ENDPOINTS, offers::endpoints);
    findings.add(Topic.SIGN_IN_METHOD, offers::signInMethod);
    findings.add(Topic.ID_TOKEN_ALGORITHM, offers::idTokenAlgorithm);
    findings.add(Topic.PKCE, offers::pkce);
    findings.add(Topic.CALLBACK_ISSUER, offers::callbackIssuer);
    findings.add(Topic.SERVICES, offers::services);
    findings.add(Topic.REGISTERED_KEY, new RegisteredKeyCheck(setting, discovery)::finding);
    findings.add(Topic.PROVIDER_KEYS, new ProviderKeysCheck(setting, discovery)::finding);
    SignInCheck signIn = new SignInCheck(setting, discovery, findings, callbacks);
    findings.add(Topic.SIGN_IN, signIn::finding);
    findings.add(Topic.DPOP, new DpopCheck(discovery, findings, signIn.answer())::finding);
    new CallbackChecks(setting, discovery, findings, signIn.isLetIn()).check(callbacks);
  }
}
