package vn.eid.internal.oauth;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import vn.eid.Environment;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;
import vn.eid.internal.http.SecureAddress;
import vn.eid.internal.json.Fields;
import vn.eid.internal.oauth.ProviderMetadata.NationalServices;

/** The checks of a discovery document (OpenID Connect Discovery 1.0, section 4.3; RFC 9126). */
final class DiscoveryChecks {
  /** Only such a one gets from a document into a sentence, and none that may number a person. */
  private static final Pattern PLAIN_ADDRESS =
      Pattern.compile("(?!.*[0-9]{9})https?://[A-Za-z0-9.:/_~\\[\\]-]{1,120}");

  private final Operation operation;
  private final Environment environment;

  DiscoveryChecks(Operation operation, Environment environment) {
    this.operation = operation;
    this.environment = environment;
  }

  ProviderMetadata verify(Fields document) {
    checkIssuer(document);
    return new ProviderMetadata(
        endpoint(document, "authorization_endpoint"),
        endpoint(document, "pushed_authorization_request_endpoint"),
        endpoint(document, "token_endpoint"),
        optionalEndpoint(document, "userinfo_endpoint"),
        endpoint(document, "jwks_uri"),
        optionalEndpoint(document, "backchannel_authentication_endpoint"),
        optionalEndpoint(document, "revocation_endpoint"),
        optionalEndpoint(document, "end_session_endpoint"),
        document.object("vn_eid").map(this::national));
  }

  /** Section 4.3: the issuer must be exactly the one from which the document was fetched. */
  private void checkIssuer(Fields document) {
    String named = document.requiredText("issuer");
    if (!named.equals(environment.issuer().toString())) {
      throw operation.untrusted(
          Check.ISSUER,
          "The discovery document names "
              + (PLAIN_ADDRESS.matcher(named).matches() ? "the issuer " + named : "another issuer")
              + ", and "
              + environment.issuer()
              + " is configured. Configure the issuer character by character as the authority gave"
              + " it to you.");
    }
  }

  private NationalServices national(Fields document) {
    return new NationalServices(
        endpoint(document, "consent_endpoint"),
        endpoint(document, "records_endpoint"),
        endpoint(document, "citizen_data_endpoint"),
        endpoint(document, "tax_endpoint"),
        optionalEndpoint(document, "population_endpoint"),
        optionalEndpoint(document, "events_endpoint"),
        document.requiredText("registry_issuer"),
        endpoint(document, "registry_jwks_uri"));
  }

  private Optional<HttpUrl> optionalEndpoint(Fields document, String name) {
    return document.has(name) ? Optional.of(endpoint(document, name)) : Optional.empty();
  }

  private HttpUrl endpoint(Fields document, String name) {
    URI uri = document.requiredUri(name);
    HttpUrl url = HttpUrl.get(uri);
    if (url == null || !SecureAddress.isSafeFor(environment.issuer(), uri)) {
      throw operation.untrusted(
          Check.DESTINATION, "The discovery document's " + name + " is not an https URL.");
    }
    return url;
  }
}
