package vn.eid.benchmarks.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.PushedAuthorizationRequest;
import com.nimbusds.oauth2.sdk.PushedAuthorizationResponse;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.JWTAuthenticationClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;

/** Written by hand with Nimbus' OAuth SDK: the same protocol, no retries, nothing stored. */
public final class NimbusLogin implements LoginClient {
  private final OIDCProviderMetadata provider;
  private final ClientID id;
  private final ECKey key;
  private final IDTokenValidator idTokens;
  private volatile Nonce serverNonce = new Nonce("none yet");

  public NimbusLogin(Application application) throws Exception {
    provider = OIDCProviderMetadata.resolve(new Issuer(application.issuer()));
    id = new ClientID(application.clientId());
    key = ECKey.parse(application.key());
    idTokens =
        new IDTokenValidator(
            provider.getIssuer(), id, JWSAlgorithm.ES256, provider.getJWKSetURI().toURL());
  }

  @Override
  public String logIn(Browser browser) throws Exception {
    Proofs proofs = new Proofs();
    CodeVerifier verifier = new CodeVerifier();
    State state = new State();
    Nonce nonce = new Nonce();
    URI back = browser.visit(page(pushed(proofs, request(verifier, state, nonce))));
    HTTPResponse answer = token(proofs, code(back, state), verifier);
    return idTokens
        .validate(
            OIDCTokenResponseParser.parse(answer)
                .toSuccessResponse()
                .getTokens()
                .toOIDCTokens()
                .getIDToken(),
            nonce)
        .getSubject()
        .getValue();
  }

  /** The page for the browser, for a request that was pushed already. */
  public URI start() throws Exception {
    return page(pushed(new Proofs(), request(new CodeVerifier(), new State(), new Nonce())));
  }

  private AuthenticationRequest request(CodeVerifier verifier, State state, Nonce nonce) {
    return new AuthenticationRequest.Builder(
            ResponseType.CODE, new Scope("openid"), id, Application.CALLBACK)
        .state(state)
        .nonce(nonce)
        .codeChallenge(verifier, CodeChallengeMethod.S256)
        .build();
  }

  private URI pushed(Proofs proofs, AuthenticationRequest request) throws Exception {
    URI endpoint = provider.getPushedAuthorizationRequestEndpointURI();
    HTTPResponse answer =
        proven(
            proofs,
            () -> new PushedAuthorizationRequest(endpoint, assertion(), request).toHTTPRequest());
    return PushedAuthorizationResponse.parse(answer).toSuccessResponse().getRequestURI();
  }

  private URI page(URI requestUri) {
    return new AuthenticationRequest.Builder(requestUri, id)
        .endpointURI(provider.getAuthorizationEndpointURI())
        .build()
        .toURI();
  }

  private AuthorizationCode code(URI back, State state) throws Exception {
    AuthenticationSuccessResponse response =
        AuthenticationResponseParser.parse(back).toSuccessResponse();
    if (!state.equals(response.getState()) || !provider.getIssuer().equals(response.getIssuer())) {
      throw new IOException("That is another's answer.");
    }
    return response.getAuthorizationCode();
  }

  private HTTPResponse token(Proofs proofs, AuthorizationCode code, CodeVerifier verifier)
      throws Exception {
    AuthorizationCodeGrant grant = new AuthorizationCodeGrant(code, Application.CALLBACK, verifier);
    return proven(
        proofs,
        () ->
            new TokenRequest.Builder(provider.getTokenEndpointURI(), assertion(), grant)
                .build()
                .toHTTPRequest());
  }

  private PrivateKeyJWT assertion() throws JOSEException {
    JWTAuthenticationClaimsSet claims =
        new JWTAuthenticationClaimsSet(id, new Audience(provider.getIssuer()));
    return new PrivateKeyJWT(claims, JWSAlgorithm.ES256, key.toPrivateKey(), key.getKeyID(), null);
  }

  /** A request that is made anew for each try. */
  @FunctionalInterface
  private interface Attempt {
    HTTPRequest make() throws JOSEException;
  }

  /** The first proof has no nonce of the server's yet (RFC 9449, section 8). */
  private HTTPResponse proven(Proofs proofs, Attempt attempt) throws Exception {
    HTTPResponse answer = once(proofs, attempt.make());
    return answer.indicatesSuccess() ? answer : once(proofs, attempt.make());
  }

  private HTTPResponse once(Proofs proofs, HTTPRequest request) throws Exception {
    request.setHeader("DPoP", proofs.of(request.getURI(), serverNonce));
    HTTPResponse answer = request.send();
    Nonce given = answer.getDPoPNonce();
    serverNonce = given == null ? serverNonce : given;
    return answer;
  }
}
