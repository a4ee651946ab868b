package vn.eid.interop;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.PushedAuthorizationRequest;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.JWTAuthenticationClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.ciba.CIBARequest;
import com.nimbusds.oauth2.sdk.dpop.DPoPProofFactory;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.JWTID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import vn.eid.mock.EidMock;

/** An application that is made of Nimbus' OAuth SDK alone; each step can be taken wrongly. */
final class NimbusClient {
  final CodeVerifier verifier = new CodeVerifier();
  final State state = new State();
  final Nonce nonce = new Nonce();

  private final OIDCProviderMetadata provider;
  private final ClientID id;
  private final ECKey key;
  private DPoPProofFactory proofs = newProofKey();
  private Nonce serverNonce = new Nonce("none yet");

  NimbusClient(EidMock mock) throws Exception {
    this.provider = OIDCProviderMetadata.resolve(new Issuer(mock.issuer()));
    this.id = new ClientID(mock.clientId());
    this.key = ECKey.parse(mock.clientKeyJwk());
  }

  private static DPoPProofFactory newProofKey() {
    try {
      return new DefaultDPoPProofFactory(
          new ECKeyGenerator(Curve.P_256).generate(), JWSAlgorithm.ES256);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Loses its key and makes another. */
  void takeAnotherKey() {
    proofs = newProofKey();
  }

  PrivateKeyJWT assertion() throws JOSEException {
    return assertion(Instant.now().plus(Duration.ofMinutes(1)));
  }

  PrivateKeyJWT assertion(Instant expiry) throws JOSEException {
    Date issuedAt = Date.from(expiry.minus(Duration.ofMinutes(1)));
    JWTAuthenticationClaimsSet claims =
        new JWTAuthenticationClaimsSet(
            id,
            List.of(new Audience(provider.getIssuer())),
            Date.from(expiry),
            null,
            issuedAt,
            new JWTID());
    return new PrivateKeyJWT(claims, JWSAlgorithm.ES256, key.toPrivateKey(), key.getKeyID(), null);
  }

  AuthenticationRequest.Builder login() {
    return new AuthenticationRequest.Builder(
            ResponseType.CODE, new Scope("openid"), id, TestedProvider.CALLBACK)
        .state(state)
        .nonce(nonce)
        .codeChallenge(verifier, CodeChallengeMethod.S256);
  }

  HTTPResponse push(AuthenticationRequest login, PrivateKeyJWT assertion) throws Exception {
    URI endpoint = provider.getPushedAuthorizationRequestEndpointURI();
    return proven(() -> new PushedAuthorizationRequest(endpoint, assertion, login).toHTTPRequest());
  }

  HTTPResponse push(AuthenticationRequest login) throws Exception {
    URI endpoint = provider.getPushedAuthorizationRequestEndpointURI();
    return proven(
        () -> new PushedAuthorizationRequest(endpoint, assertion(), login).toHTTPRequest());
  }

  /** The page for the browser. */
  URI page(URI requestUri) {
    return new AuthenticationRequest.Builder(requestUri, id)
        .endpointURI(provider.getAuthorizationEndpointURI())
        .build()
        .toURI();
  }

  HTTPResponse token(AuthorizationGrant grant) throws Exception {
    return proven(() -> tokenRequest(grant));
  }

  HTTPRequest tokenRequest(AuthorizationGrant grant) throws JOSEException {
    return new TokenRequest.Builder(provider.getTokenEndpointURI(), assertion(), grant)
        .build()
        .toHTTPRequest();
  }

  HTTPResponse ask(String citizen) throws Exception {
    return new CIBARequest.Builder(assertion(), new Scope("openid"))
        .loginHint(citizen)
        .bindingMessage("4711")
        .endpointURI(provider.getBackChannelAuthenticationEndpointURI())
        .build()
        .toHTTPRequest()
        .send();
  }

  HTTPResponse userinfo(AccessToken token) throws Exception {
    HTTPRequest request =
        new UserInfoRequest(provider.getUserInfoEndpointURI(), token).toHTTPRequest();
    request.setDPoP(
        proofs.createDPoPJWT("GET", provider.getUserInfoEndpointURI(), token, serverNonce));
    return request.send();
  }

  IDTokenValidator idTokens() throws Exception {
    return new IDTokenValidator(
        provider.getIssuer(), id, JWSAlgorithm.ES256, JWKSet.load(provider.getJWKSetURI().toURL()));
  }

  /** A request that is made anew for each try. */
  private interface Attempt {
    HTTPRequest make() throws Exception;
  }

  // The first proof of a client has no nonce of the server's yet.
  private HTTPResponse proven(Attempt attempt) throws Exception {
    HTTPResponse answer = once(attempt.make());
    Nonce given = answer.getDPoPNonce();
    boolean challenged = answer.getBody().contains("use_dpop_nonce");
    serverNonce = given == null ? serverNonce : given;
    return challenged ? once(attempt.make()) : answer;
  }

  private HTTPResponse once(HTTPRequest request) throws Exception {
    SignedJWT proof =
        proofs.createDPoPJWT(request.getMethod().name(), request.getURI(), serverNonce);
    request.setDPoP(proof);
    return request.send();
  }
}
