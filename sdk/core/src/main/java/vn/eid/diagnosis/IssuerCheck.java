package vn.eid.diagnosis;

import java.net.URI;
import java.util.Optional;
import okhttp3.HttpUrl;
import vn.eid.EidException;
import vn.eid.diagnosis.Finding.Actor;
import vn.eid.diagnosis.Finding.Topic;
import vn.eid.internal.http.WireResponse;

/**
 * Whether the provider calls itself what is configured, character by character (OpenID Connect
 * Discovery 1.0, section 4.3).
 */
final class IssuerCheck {
  private static final String TAKE_CARE =
      " Do so only where that is the issuer that the authority gave you.";

  private final Setting setting;
  private final WireResponse response;

  IssuerCheck(Setting setting, WireResponse response) {
    this.setting = setting;
    this.response = response;
  }

  /** The document; only where {@link #finding} is fine. */
  Discovery discovery() {
    return new Discovery(
        setting.connection().environment().issuer(), response.json("The discovery document"));
  }

  Finding finding() {
    if (!response.isSuccess()) {
      return missing();
    }
    String named = discovery().document().requiredText("issuer");
    return named.equals(setting.issuer())
        ? Finding.ok(Topic.ISSUER, lookedAt(), "The provider names itself as it is configured.")
        : other(named, "The provider calls itself " + Shown.text(named) + ", but");
  }

  private Finding missing() {
    return issuerOfTheHost()
        .map(
            named ->
                other(
                    named,
                    "No provider is at this path: the one at this host is "
                        + Shown.text(named)
                        + ", but"))
        .orElseGet(
            () ->
                problem(
                    "No provider is at "
                        + Shown.text(setting.issuer())
                        + " (HTTP "
                        + response.status()
                        + ").",
                    "Ask the authority for the issuer, and configure it character by character."));
  }

  private Finding other(String named, String found) {
    return problem(
        found + " " + Shown.text(setting.issuer()) + " is configured." + nearly(named),
        "Configure the issuer " + Shown.text(named) + "." + TAKE_CARE);
  }

  private String nearly(String named) {
    if (named.equalsIgnoreCase(setting.issuer())) {
      return " They differ in upper and lower case only.";
    }
    return (named + "/").equals(setting.issuer()) || named.equals(setting.issuer() + "/")
        ? " They differ in the slash at the end only."
        : "";
  }

  /** A path too much is the usual mistake, so the host itself is asked, with nothing to tell it. */
  private Optional<String> issuerOfTheHost() {
    URI issuer = setting.connection().environment().issuer();
    HttpUrl root = HttpUrl.get(issuer.resolve("/.well-known/openid-configuration"));
    try {
      return root != null
              && setting.read(root) instanceof Answer.Came came
              && came.response().isSuccess()
          ? came.response().json("The host's discovery document").text("issuer")
          : Optional.empty();
    } catch (EidException e) {
      return Optional.empty();
    }
  }

  private static String lookedAt() {
    return "the issuer in the discovery document against the configured one";
  }

  private static Finding problem(String found, String advice) {
    return Finding.problem(Topic.ISSUER, lookedAt(), found, advice, Actor.YOU);
  }
}
