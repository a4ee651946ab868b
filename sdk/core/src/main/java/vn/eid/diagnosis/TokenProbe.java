package vn.eid.diagnosis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import vn.eid.internal.http.UnderAddress;
import vn.eid.internal.http.WireRequest;
import vn.eid.internal.jose.PossessionKey;
import vn.eid.internal.jose.SigningKey;
import vn.eid.internal.oauth.SecretValues;

/**
 * A token request with a code that cannot exist: the provider signs the client in and looks at the
 * DPoP proof before it refuses the code, and nothing is ever granted.
 */
final class TokenProbe {
  private final Setting setting;
  private final Discovery discovery;
  private final HttpUrl endpoint;
  private final String callback;
  private final SigningKey possession;

  TokenProbe(Setting setting, Discovery discovery, HttpUrl endpoint, String callback) {
    this.setting = setting;
    this.discovery = discovery;
    this.endpoint = endpoint;
    this.callback = callback;
    this.possession = PossessionKey.fresh(setting.connection().crypto()).signing();
  }

  Answer ask() {
    return ask(WireRequest::authenticated);
  }

  /**
   * The audience that the provider takes in place of its issuer, if it takes another one. Only its
   * own addresses are tried, and only there: an assertion for somebody else's server could be used
   * at that server.
   */
  Optional<String> otherAudience() {
    for (String audience : candidates()) {
      Answer answer = ask(request -> request.probingAudience(audience));
      if (answer instanceof Answer.Broke) {
        return Optional.empty();
      }
      if (OAuthAnswer.of(((Answer.Came) answer).response()).isCodeRefused()) {
        return Optional.of(audience);
      }
    }
    return Optional.empty();
  }

  private List<String> candidates() {
    if (!isOfTheIssuer(endpoint)) {
      return List.of();
    }
    String issuer = setting.issuer();
    boolean slash = issuer.endsWith("/");
    return Stream.of(
            own("token_endpoint"),
            Stream.of(slash ? issuer.substring(0, issuer.length() - 1) : issuer + "/"),
            own("pushed_authorization_request_endpoint"))
        .flatMap(audience -> audience)
        .filter(audience -> !audience.equals(issuer))
        .distinct()
        .toList();
  }

  /** An endpoint as it is written in the document, if it is under the issuer's own address. */
  private Stream<String> own(String member) {
    return discovery
        .endpoint(member)
        .filter(this::isOfTheIssuer)
        .flatMap(unused -> discovery.document().text(member))
        .stream();
  }

  /** Other tenants of the same server are other people's. */
  private boolean isOfTheIssuer(HttpUrl url) {
    HttpUrl issuer = HttpUrl.get(discovery.issuer());
    return issuer != null && new UnderAddress(issuer).contains(url);
  }

  private Answer ask(UnaryOperator<WireRequest> signedIn) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", SecretValues.token());
    form.put("redirect_uri", callback);
    form.put("code_verifier", SecretValues.token());
    WireRequest request = WireRequest.form(setting.operation(), endpoint, form);
    return setting.ask(signedIn.apply(request.provenBy(possession)));
  }
}
