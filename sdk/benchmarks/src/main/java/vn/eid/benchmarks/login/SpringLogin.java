package vn.eid.benchmarks.login;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * With Spring Security's OAuth client, without a web application around it. It knows neither pushed
 * requests nor DPoP, which the mock server insists on: {@link SpringPush} is what an application
 * writes itself.
 */
final class SpringLogin implements LoginClient {
  private static final String PROOFS = "proofs";

  private final ClientRegistration registration;
  private final SpringPush push;
  private final OidcAuthorizationCodeAuthenticationProvider provider;

  SpringLogin(Application application) throws Exception {
    ECKey key = ECKey.parse(application.key());
    registration =
        ClientRegistrations.fromOidcIssuerLocation(application.issuer().toString())
            .registrationId("eid")
            .clientId(application.clientId())
            .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri(Application.CALLBACK.toString())
            .scope("openid")
            // The others do not ask there either.
            .userInfoUri(null)
            .build();
    push = new SpringPush(registration, key);
    provider = new OidcAuthorizationCodeAuthenticationProvider(tokens(key), new OidcUserService());
    OidcIdTokenDecoderFactory decoders = new OidcIdTokenDecoderFactory();
    decoders.setJwsAlgorithmResolver(unused -> SignatureAlgorithm.ES256);
    provider.setJwtDecoderFactory(decoders);
  }

  private RestClientAuthorizationCodeTokenResponseClient tokens(ECKey key) {
    NimbusJwtClientAuthenticationParametersConverter<OAuth2AuthorizationCodeGrantRequest>
        assertion = new NimbusJwtClientAuthenticationParametersConverter<>(unused -> key);
    assertion.setJwtClientAssertionCustomizer(
        context -> context.getClaims().audience(List.of(push.issuer())));
    RestClientAuthorizationCodeTokenResponseClient tokens =
        new RestClientAuthorizationCodeTokenResponseClient();
    tokens.addParametersConverter(assertion);
    tokens.addHeadersConverter(this::proof);
    return tokens;
  }

  private HttpHeaders proof(OAuth2AuthorizationCodeGrantRequest grant) {
    OAuth2AuthorizationRequest request = grant.getAuthorizationExchange().getAuthorizationRequest();
    Proofs proofs = Objects.requireNonNull(request.getAttribute(PROOFS));
    HttpHeaders headers = new HttpHeaders();
    headers.set("DPoP", push.proof(proofs, registration.getProviderDetails().getTokenUri()));
    return headers;
  }

  @Override
  public String logIn(Browser browser) throws Exception {
    Proofs proofs = new Proofs();
    OAuth2AuthorizationRequest request = request(proofs);
    URI back = browser.visit(push.page(request, proofs));
    OAuth2AuthorizationExchange exchange = new OAuth2AuthorizationExchange(request, response(back));
    Authentication citizen =
        provider.authenticate(new OAuth2LoginAuthenticationToken(registration, exchange));
    return Objects.requireNonNull(citizen).getName();
  }

  private OAuth2AuthorizationRequest request(Proofs proofs) {
    Nonce nonce = new Nonce();
    OAuth2AuthorizationRequest.Builder request =
        OAuth2AuthorizationRequest.authorizationCode()
            .authorizationUri(
                Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
            .clientId(registration.getClientId())
            .redirectUri(Application.CALLBACK.toString())
            .scopes(registration.getScopes())
            .state(new State().getValue())
            .additionalParameters(more -> more.put("nonce", SpringPush.sha256(nonce.getValue())))
            .attributes(
                more -> {
                  more.put("nonce", nonce.getValue());
                  more.put(PROOFS, proofs);
                });
    OAuth2AuthorizationRequestCustomizers.withPkce().accept(request);
    return request.build();
  }

  private OAuth2AuthorizationResponse response(URI back) {
    var parameters = UriComponentsBuilder.fromUri(back).build().getQueryParams();
    if (!push.issuer().equals(SpringPush.decoded(parameters.getFirst("iss")))) {
      throw new IllegalStateException("That is another's answer.");
    }
    return OAuth2AuthorizationResponse.success(SpringPush.decoded(parameters.getFirst("code")))
        .redirectUri(Application.CALLBACK.toString())
        .state(SpringPush.decoded(parameters.getFirst("state")))
        .build();
  }
}
