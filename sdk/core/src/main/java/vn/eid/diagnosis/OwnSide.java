package vn.eid.diagnosis;

import java.net.URI;
import vn.eid.diagnosis.Finding.Actor;
import vn.eid.diagnosis.Finding.Topic;

/** What can be said without sending anything. */
final class OwnSide {
  private OwnSide() {}

  /** The key was looked at when it was read: another type or size never gets here. */
  static Finding key(Setting setting) {
    return Finding.ok(
        Topic.CLIENT_KEY,
        "type, size and key id of the client key",
        setting.key().kind()
            + "; signs with "
            + setting.key().algorithm()
            + " under the key id (kid) "
            + Shown.text(setting.key().id())
            + "; its thumbprint (RFC 7638) is "
            + Shown.text(setting.key().thumbprint())
            + ".");
  }

  static Finding issuer(Setting setting) {
    URI issuer = setting.connection().environment().issuer();
    String lookedAt = "the configured issuer " + Shown.uri(issuer);
    if (setting.issuer().contains("/.well-known/")) {
      return Finding.problem(
          Topic.CONFIGURED_ISSUER,
          lookedAt,
          "This is the address of a discovery document. The issuer is what stands before it.",
          "Configure what stands before '/.well-known/'.",
          Actor.YOU);
    }
    if (setting.wellKnown() == null) {
      return Finding.problem(
          Topic.CONFIGURED_ISSUER,
          lookedAt,
          "No request can go to this address.",
          "Check host and port of the issuer.",
          Actor.YOU);
    }
    return Finding.ok(Topic.CONFIGURED_ISSUER, lookedAt, about(setting, issuer));
  }

  private static String about(Setting setting, URI issuer) {
    return Shown.uri(issuer)
        + ("http".equalsIgnoreCase(issuer.getScheme()) ? ", plain http on this machine" : "")
        + (setting.issuer().endsWith("/") ? ", with a slash at its end" : "")
        + (setting.connection().environment().isSandbox()
            ? "; a sandbox: synthetic people only."
            : "; production: real people.");
  }
}
