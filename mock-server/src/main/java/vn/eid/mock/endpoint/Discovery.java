package vn.eid.mock.endpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.eid.mock.Fault;
import vn.eid.mock.fault.Faults;
import vn.eid.mock.state.JweRecipient;
import vn.eid.mock.state.MockState;

/** The provider's metadata: OpenID Connect Discovery 1.0, section 4, and RFC 8414. */
final class Discovery implements Endpoint {
  private static final List<String> GRANTS =
      List.of("authorization_code", "client_credentials", "refresh_token", PushGrant.TYPE);
  private static final List<String> SCOPES =
      List.of(
          "openid",
          "offline_access",
          "sandbox",
          "consent",
          "tax_link",
          "population_check",
          "events");

  private final String issuer;
  private final Faults faults;

  Discovery(MockState state) {
    this.issuer = state.issuer();
    this.faults = state.faults();
  }

  @Override
  public Reply answer(Exchange exchange) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("issuer", issuer);
    putEndpoints(document);
    putAbilities(document);
    document.put("vn_eid", national());
    if (faults.fires(Fault.DISCOVERY_WRONG_ISSUER)) {
      document.put("issuer", "https://other.example");
    }
    if (faults.fires(Fault.DISCOVERY_WITHOUT_ISSUER)) {
      document.remove("issuer");
    }
    if (faults.fires(Fault.DISCOVERY_PLAIN_HTTP)) {
      document.put("token_endpoint", "http://login.example/token");
    }
    if (faults.fires(Fault.DISCOVERY_WITHOUT_PAR)) {
      document.remove("pushed_authorization_request_endpoint");
    }
    return Reply.json(200, document);
  }

  private void putEndpoints(Map<String, Object> document) {
    document.put("authorization_endpoint", issuer + "/authorize");
    document.put("token_endpoint", issuer + "/token");
    document.put("userinfo_endpoint", issuer + "/userinfo");
    document.put("jwks_uri", issuer + "/jwks");
    document.put("pushed_authorization_request_endpoint", issuer + "/par");
    document.put("revocation_endpoint", issuer + "/revocation");
    document.put("backchannel_authentication_endpoint", issuer + "/ciba");
    document.put("end_session_endpoint", issuer + "/logout");
  }

  private static void putAbilities(Map<String, Object> document) {
    List<String> algorithms = List.of("ES256", "PS256");
    document.put("require_pushed_authorization_requests", true);
    document.put("response_types_supported", List.of("code"));
    document.put("response_modes_supported", List.of("query"));
    document.put("grant_types_supported", GRANTS);
    document.put("subject_types_supported", List.of("pairwise"));
    document.put("id_token_signing_alg_values_supported", List.of("ES256"));
    document.put("id_token_encryption_alg_values_supported", JweRecipient.ALGORITHMS);
    document.put("id_token_encryption_enc_values_supported", List.of(JweRecipient.METHOD));
    document.put("token_endpoint_auth_methods_supported", List.of("private_key_jwt"));
    document.put("token_endpoint_auth_signing_alg_values_supported", algorithms);
    // STANDARD: RFC 8414, section 2: left out, it would mean client_secret_basic.
    document.put("revocation_endpoint_auth_methods_supported", List.of("private_key_jwt"));
    document.put("revocation_endpoint_auth_signing_alg_values_supported", algorithms);
    document.put("code_challenge_methods_supported", List.of("S256"));
    document.put("dpop_signing_alg_values_supported", algorithms);
    document.put("authorization_response_iss_parameter_supported", true);
    document.put("scopes_supported", SCOPES);
    putPushAbilities(document);
    putLogoutAbilities(document);
    document.put("acr_values_supported", Acr.LEVELS);
    document.put("claims_parameter_supported", true);
    document.put("request_uri_parameter_supported", false);
    document.put("claims_supported", claims());
    document.put("authorization_details_types_supported", List.of(ConsentedDataGrant.TYPE));
  }

  // STANDARD: OpenID Connect CIBA Core 1.0, section 4.
  private static void putPushAbilities(Map<String, Object> document) {
    document.put("backchannel_token_delivery_modes_supported", List.of("poll", "ping"));
    document.put("backchannel_user_code_parameter_supported", false);
  }

  // STANDARD: OpenID Connect Back-Channel Logout 1.0, section 2.1.
  private static void putLogoutAbilities(Map<String, Object> document) {
    document.put("backchannel_logout_supported", true);
    document.put("backchannel_logout_session_supported", true);
  }

  private static List<String> claims() {
    return List.of(
        "sub",
        "sid",
        "acr",
        "auth_time",
        "account_level",
        "name",
        "birthdate",
        "gender",
        "citizen_id");
  }

  // ASSUMED: the national services have no public discovery; one object names ours.
  private Map<String, Object> national() {
    Map<String, Object> national = new LinkedHashMap<>();
    national.put("version", "1");
    national.put("consent_endpoint", issuer + "/consent/v1/consents");
    national.put("records_endpoint", issuer + "/fhir/v1");
    national.put("citizen_data_endpoint", issuer + "/citizen-data/v1");
    national.put("tax_endpoint", issuer + "/tax/v1");
    national.put("population_endpoint", issuer + "/population/v1");
    national.put("events_endpoint", issuer + "/events/v1/poll");
    national.put("registered_keys_endpoint", issuer + ClientKeys.PATH);
    national.put("registry_issuer", issuer + "/registry");
    national.put("registry_jwks_uri", issuer + "/registry/jwks");
    return national;
  }
}
