package vn.eid.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.PushedAuthorizationResponse;
import com.nimbusds.oauth2.sdk.ciba.CIBAGrant;
import com.nimbusds.oauth2.sdk.ciba.CIBARequestAcknowledgement;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.eid.mock.EidMock;

/** The mock server and an application of others: Nimbus' OAuth SDK. */
class NimbusClientTest {
  private static EidMock mock;

  private NimbusClient client;

  @BeforeAll
  static void start() {
    mock = EidMock.start();
  }

  @AfterAll
  static void stop() {
    mock.close();
  }

  @BeforeEach
  void discover() throws Exception {
    mock.reset();
    client = new NimbusClient(mock);
  }

  private static OIDCTokenResponse tokens(HTTPResponse answer) throws Exception {
    return (OIDCTokenResponse) OIDCTokenResponseParser.parse(answer).toSuccessResponse();
  }

  private URI pushed() throws Exception {
    return PushedAuthorizationResponse.parse(client.push(client.login().build()))
        .toSuccessResponse()
        .getRequestURI();
  }

  private AuthorizationCode code() throws Exception {
    URI back = new Browser().open(client.page(pushed()));
    AuthenticationSuccessResponse response =
        AuthenticationResponseParser.parse(back).toSuccessResponse();
    assertThat(response.getState()).isEqualTo(client.state);
    assertThat(response.getIssuer().getValue()).isEqualTo(mock.issuer().toString());
    return response.getAuthorizationCode();
  }

  private AuthorizationGrant grant() throws Exception {
    return new AuthorizationCodeGrant(code(), TestedProvider.CALLBACK, client.verifier);
  }

  private static void isRefused(HTTPResponse answer, int status, String error) throws Exception {
    assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(status);
    assertThat(answer.getBodyAsJSONObject().get("error")).isEqualTo(error);
  }

  @Test
  void logsInAndReadsUserinfo() throws Exception {
    OIDCTokenResponse tokens = tokens(client.token(grant()));
    String subject =
        client
            .idTokens()
            .validate(tokens.getOIDCTokens().getIDToken(), client.nonce)
            .getSubject()
            .getValue();
    DPoPAccessToken token = tokens.getOIDCTokens().getDPoPAccessToken();
    UserInfoResponse info = UserInfoResponse.parse(client.userinfo(token));
    assertThat(info.toSuccessResponse().getUserInfo().getSubject().getValue()).isEqualTo(subject);
  }

  @Test
  void logsInOnThePhone() throws Exception {
    CIBARequestAcknowledgement asked =
        CIBARequestAcknowledgement.parse(client.ask(Person.ORDINARY.number()));
    OIDCTokenResponse tokens = tokens(client.token(new CIBAGrant(asked.getAuthRequestID())));
    assertThat(client.idTokens().validate(tokens.getOIDCTokens().getIDToken(), null).getSubject())
        .isNotNull();
  }

  @Test
  void aSecondPollIsRefused() throws Exception {
    CIBARequestAcknowledgement asked =
        CIBARequestAcknowledgement.parse(client.ask(Person.ORDINARY.number()));
    CIBAGrant grant = new CIBAGrant(asked.getAuthRequestID());
    assertThat(client.token(grant).getStatusCode()).isEqualTo(200);
    isRefused(client.token(grant), 400, "invalid_grant");
  }

  @Test
  void anExpiredAssertionIsRefused() throws Exception {
    Instant past = Instant.now().minus(Duration.ofMinutes(10));
    isRefused(client.push(client.login().build(), client.assertion(past)), 401, "invalid_client");
  }

  @Test
  void anotherRedirectUriIsRefusedAtBothEnds() throws Exception {
    URI other = URI.create(TestedProvider.CALLBACK + "/");
    isRefused(client.push(client.login().redirectionURI(other).build()), 400, "invalid_request");
    AuthorizationGrant grant = new AuthorizationCodeGrant(code(), other, client.verifier);
    isRefused(client.token(grant), 400, "invalid_grant");
  }

  @Test
  void aRequestUriIsGoodOnce() throws Exception {
    URI page = client.page(pushed());
    assertThat(new Browser().open(page).getHost()).isEqualTo(TestedProvider.CALLBACK.getHost());
    HTTPRequest again = new HTTPRequest(HTTPRequest.Method.GET, page);
    assertThat(again.send().getStatusCode()).isEqualTo(400);
  }

  @Test
  void aCodeIsGoodOnce() throws Exception {
    AuthorizationGrant grant = grant();
    assertThat(client.token(grant).getStatusCode()).isEqualTo(200);
    isRefused(client.token(grant), 400, "invalid_grant");
  }

  @Test
  void anotherVerifierIsRefused() throws Exception {
    AuthorizationGrant grant =
        new AuthorizationCodeGrant(code(), TestedProvider.CALLBACK, new CodeVerifier());
    isRefused(client.token(grant), 400, "invalid_grant");
  }

  @Test
  void aTokenRequestWithoutProofIsRefused() throws Exception {
    isRefused(client.tokenRequest(grant()).send(), 400, "invalid_dpop_proof");
  }

  @Test
  void anotherKeyThanTheOneOfTheLoginIsRefused() throws Exception {
    AuthorizationGrant grant = grant();
    client.takeAnotherKey();
    isRefused(client.token(grant), 400, "invalid_grant");
  }
}
