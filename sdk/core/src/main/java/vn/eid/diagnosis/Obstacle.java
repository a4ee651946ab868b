package vn.eid.diagnosis;

import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import vn.eid.diagnosis.Finding.Actor;
import vn.eid.diagnosis.Finding.Topic;
import vn.eid.internal.http.WireResponse;

/** An answer that is not the provider's own word: an outage, or somebody else in between. */
final class Obstacle {
  private static final Set<Integer> BARRIERS = Set.of(401, 403, 407, 511);

  private final Topic topic;
  private final String lookedAt;

  Obstacle(Topic topic, HttpUrl url) {
    this.topic = topic;
    this.lookedAt = "the answer of " + Shown.uri(url.uri());
  }

  /** What is wrong with an answer that should be a public JSON document; empty where it is one. */
  Optional<Finding> inDocument(WireResponse response) {
    if (BARRIERS.contains(response.status())) {
      return problem(
          "A public document is refused (HTTP " + response.status() + ").",
          "Ask the operator of the firewall or proxy to let this server through.",
          Actor.NETWORK);
    }
    if (response.isSuccess() && !response.isJson()) {
      return problem(
          "The answer is not JSON but "
              + response.mediaType()
              + ": a proxy's or a login page stands where the provider should.",
          "Ask the operator of the network for a way to the provider without it.",
          Actor.NETWORK);
    }
    return inAnswer(response);
  }

  /** An outage, a flood guard or a redirect. */
  Optional<Finding> inAnswer(WireResponse response) {
    int status = response.status();
    if (status >= 500) {
      return problem(
          "The provider is out of order (HTTP " + status + ").",
          "Wait, and ask the provider if it lasts.",
          Actor.PROVIDER);
    }
    if (status == 429) {
      return problem(
          "The provider takes no more calls just now (HTTP 429).",
          "Wait, and diagnose again.",
          Actor.YOU);
    }
    if (status >= 300 && status < 400) {
      return problem(
          "The answer leads elsewhere (HTTP " + status + "), which the client does not follow.",
          "Check the issuer; a proxy's login page may stand in between.",
          Actor.YOU);
    }
    return Optional.empty();
  }

  private Optional<Finding> problem(String found, String advice, Actor actor) {
    return Optional.of(Finding.problem(topic, lookedAt, found, advice, actor));
  }
}
