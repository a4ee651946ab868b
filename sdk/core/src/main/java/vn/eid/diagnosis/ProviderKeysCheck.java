package vn.eid.diagnosis;

import java.util.Optional;
import okhttp3.HttpUrl;
import vn.eid.diagnosis.Finding.Actor;
import vn.eid.diagnosis.Finding.Topic;
import vn.eid.internal.http.WireResponse;
import vn.eid.internal.jose.PublishedKey;

/** Whether the keys that sign id tokens can be read and used. */
final class ProviderKeysCheck {
  private static final String LOOKED_AT = "the provider's key set (jwks_uri)";

  private final Setting setting;
  private final Discovery discovery;

  ProviderKeysCheck(Setting setting, Discovery discovery) {
    this.setting = setting;
    this.discovery = discovery;
  }

  Finding finding() {
    return discovery
        .endpoint("jwks_uri")
        .map(this::read)
        .orElseGet(
            () ->
                Finding.becauseOf(
                    Topic.ENDPOINTS, Topic.PROVIDER_KEYS, LOOKED_AT, "No address is named."));
  }

  private Finding read(HttpUrl url) {
    Answer answer = setting.read(url);
    if (answer instanceof Answer.Broke broke) {
      return new Unreached(Topic.PROVIDER_KEYS, url).of(broke.failure());
    }
    WireResponse response = ((Answer.Came) answer).response();
    Optional<Finding> obstacle = new Obstacle(Topic.PROVIDER_KEYS, url).inDocument(response);
    if (obstacle.isPresent()) {
      return obstacle.get();
    }
    return response.isSuccess()
        ? counted(response)
        : problem("The key set is not where discovery says (HTTP " + response.status() + ").");
  }

  private Finding counted(WireResponse response) {
    long usable =
        PublishedKey.of(setting.operation(), response.json("The key set")).stream()
            .filter(PublishedKey::isUsable)
            .count();
    return usable > 0
        ? Finding.ok(Topic.PROVIDER_KEYS, LOOKED_AT, "Keys for ES256 or PS256: " + usable + ".")
        : noneYet();
  }

  /** No cause of failure by itself: a provider may make a key when it first signs with it. */
  private static Finding noneYet() {
    return Finding.warning(
        Topic.PROVIDER_KEYS,
        LOOKED_AT,
        "The key set has no key for ES256 or PS256 now.",
        "Diagnose again after a first login. Where it still has none, no id token can be checked:"
            + " tell the provider.",
        Actor.PROVIDER);
  }

  private static Finding problem(String found) {
    return Finding.problem(
        Topic.PROVIDER_KEYS, LOOKED_AT, found, "Tell the provider.", Actor.PROVIDER);
  }
}
