package vn.eid.diagnosis;

import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import vn.eid.diagnosis.Finding.Actor;
import vn.eid.diagnosis.Finding.Topic;
import vn.eid.internal.http.WireResponse;
import vn.eid.internal.jose.PublishedKey;

/**
 * Whether the client's public key is registered, and under the key id that it signs with. ASSUMED:
 * an endpoint that tells a client's public keys; where there is none, nobody can look.
 */
final class RegisteredKeyCheck {
  private static final String LOOKED_AT = "the public keys registered for this client";

  private final Setting setting;
  private final Discovery discovery;
  private final String ours;

  RegisteredKeyCheck(Setting setting, Discovery discovery) {
    this.setting = setting;
    this.discovery = discovery;
    this.ours = setting.key().id();
  }

  Finding finding() {
    return discovery
        .nationalEndpoint("registered_keys_endpoint")
        .map(url -> url.newBuilder().addQueryParameter("client_id", clientId()).build())
        .map(this::asked)
        .orElseGet(() -> notTold("The provider does not tell which keys are registered."));
  }

  private Finding asked(HttpUrl url) {
    Answer answer = setting.read(url);
    if (answer instanceof Answer.Broke broke) {
      return new Unreached(Topic.REGISTERED_KEY, url).of(broke.failure());
    }
    WireResponse response = ((Answer.Came) answer).response();
    if (response.status() == 404) {
      return problem(
          "The provider knows no client " + Shown.text(clientId()) + ".",
          "Check the client id, and that it was registered at this provider.");
    }
    return response.isSuccess()
        ? among(PublishedKey.of(setting.operation(), response.json("The registered key set")))
        : notTold("The provider does not tell it (HTTP " + response.status() + ").");
  }

  private Finding among(List<PublishedKey> all) {
    List<PublishedKey> keys = all.stream().filter(PublishedKey::isForSigning).toList();
    List<PublishedKey> same =
        keys.stream().filter(key -> key.thumbprint().equals(setting.key().thumbprint())).toList();
    if (same.stream().anyMatch(key -> key.id().equals(Optional.of(ours)))) {
      return Finding.ok(
          Topic.REGISTERED_KEY, LOOKED_AT, "The key is registered under " + Shown.text(ours) + ".");
    }
    if (!same.isEmpty()) {
      return wrongId(same.get(0).id());
    }
    return keys.stream().anyMatch(key -> key.id().equals(Optional.of(ours)))
        ? otherKey()
        : notRegistered(keys);
  }

  private Finding wrongId(Optional<String> registered) {
    if (registered.isEmpty()) {
      return problem(
          "Wrong kid: the key is registered without a key id; the client signs as "
              + Shown.text(ours)
              + ".",
          "Have the key registered under " + Shown.text(ours) + ".");
    }
    String theirs = registered.get();
    return problem(
        "Wrong kid: the client signs as "
            + Shown.text(ours)
            + ", but the provider has this key as "
            + Shown.text(theirs)
            + "."
            + (theirs.equalsIgnoreCase(ours) ? " They differ in upper and lower case only." : ""),
        "Write the kid "
            + Shown.text(theirs)
            + " into the JWK (or ClientKey.registeredAs), or have the key registered under "
            + Shown.text(ours)
            + ".");
  }

  private Finding otherKey() {
    return problem(
        "Another key is registered under " + Shown.text(ours) + ".",
        "Use the private key that belongs to it, or have this public key registered; its"
            + " thumbprint is "
            + Shown.text(setting.key().thumbprint())
            + ".");
  }

  private Finding notRegistered(List<PublishedKey> keys) {
    return problem(
        "The key is not registered. Registered are: "
            + Shown.list(keys.stream().map(key -> key.id().orElse("(no key id)")).toList())
            + ".",
        "Have the public key registered under "
            + Shown.text(ours)
            + "; its thumbprint is "
            + Shown.text(setting.key().thumbprint())
            + ".");
  }

  private String clientId() {
    return setting.connection().clientId();
  }

  private static Finding problem(String found, String advice) {
    return Finding.problem(Topic.REGISTERED_KEY, LOOKED_AT, found, advice, Actor.YOU);
  }

  private static Finding notTold(String found) {
    return Finding.notChecked(
        Topic.REGISTERED_KEY,
        LOOKED_AT,
        found,
        "Compare key id and thumbprint, as above, with the registration at the authority.",
        Actor.YOU);
  }
}
