package vn.eid.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.eid.Application;
import vn.eid.ChosenCrypto;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.login.BrowserSession;
import vn.eid.login.LoginOutcome;
import vn.eid.login.LoginRequest;
import vn.eid.webhook.WebhookEvent;

/** Id tokens that only this application can read (OpenID Connect Core, section 3.1.3.7, 1). */
class EncryptedLoginTest {
  private final Provider provider = new Provider("");
  private final JWK signs = ec("signs", null);
  private final JWK opens = ec("opens", KeyUse.ENCRYPTION);

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void readsAnIdTokenThatIsEncryptedToAKeyForEncryption() throws Exception {
    JWK rsa = new RSAKeyGenerator(2048).keyID("rsa").keyUse(KeyUse.ENCRYPTION).generate();
    for (JWK key : new JWK[] {opens, rsa}) {
      provider.packing = token -> encrypted(token, key);
      assertThat(logIn(key(signs).alsoDecryptingWith(key(key))))
          .isInstanceOf(LoginOutcome.Approved.class);
    }
  }

  @Test
  void theOldKeyStillDecryptsWhileTheNewOneSigns() {
    JWK old = ec("old", null);
    provider.packing = token -> encrypted(token, old);
    assertThat(logIn(key(signs).alsoDecryptingWith(key(old))))
        .isInstanceOf(LoginOutcome.Approved.class);
  }

  @Test
  void refusesAnIdTokenInTheClearWhereEncryptionWasRegistered() {
    UntrustedException e = refusal(key(signs).alsoDecryptingWith(key(opens)));
    assertThat(e.check()).isEqualTo(Check.DECRYPTION);
    assertThat(e).hasMessageContaining("The id token is not encrypted");
  }

  @Test
  void takesOneInTheClearFromAProviderThatWasNotAskedToEncrypt() {
    assertThat(logIn(key(signs).alsoDecryptingWith(key(ec("old", null)))))
        .isInstanceOf(LoginOutcome.Approved.class);
  }

  @Test
  void refusesAnIdTokenThatNoneOfTheKeysOpens() {
    provider.packing = token -> encrypted(token, ec("opens", null));
    UntrustedException e = refusal(key(signs).alsoDecryptingWith(key(opens)));
    assertThat(e.check()).isEqualTo(Check.DECRYPTION);
    assertThat(e).hasMessageContaining("Register the current encryption key");
  }

  /** Everybody has the public key: what is encrypted to it may be by anybody. */
  @Test
  void refusesWhatIsEncryptedButNotSignedByTheProvider() {
    ClientKey key = key(signs).alsoDecryptingWith(key(opens));
    provider.packing = token -> encrypted("{\"sub\":\"someone\"}", opens);
    assertThat(refusal(key).check()).isEqualTo(Check.FORMAT);
    provider.packing =
        token -> encrypted("eyJhbGciOiJub25lIn0" + token.replaceAll("^[^.]*|[^.]*$", ""), opens);
    assertThat(refusal(key).check()).isEqualTo(Check.ALGORITHM);
    provider.packing =
        token -> encrypted(token.substring(0, token.length() - 8) + "AAAAAAAA", opens);
    assertThat(refusal(key).check()).isEqualTo(Check.SIGNATURE);
  }

  @Test
  void aNoticeOfALogoutMayComeEncryptedAndMayComeInTheClear() {
    try (EidClient client = client(key(signs).alsoDecryptingWith(key(opens)))) {
      for (int i = 0; i < 2; i++) {
        String notice = provider.logoutToken(Map.of("jti", "n" + i));
        assertThat(accept(client, i == 0 ? encrypted(notice, opens) : notice))
            .isInstanceOf(WebhookEvent.LoggedOut.class);
      }
    }
  }

  private static WebhookEvent accept(EidClient client, String notice) {
    return client
        .webhooks()
        .accept(
            Map.of("Content-Type", List.of("application/x-www-form-urlencoded")),
            ("logout_token=" + notice).getBytes(StandardCharsets.US_ASCII));
  }

  private UntrustedException refusal(ClientKey key) {
    UntrustedException e = catchThrowableOfType(UntrustedException.class, () -> logIn(key));
    assertThat(e).isNotNull();
    return e;
  }

  private LoginOutcome logIn(ClientKey key) {
    try (EidClient client = client(key)) {
      BrowserSession browser = Application.newBrowser();
      client.redirectLogin().start(LoginRequest.returningTo(Application.CALLBACK), browser);
      return client.redirectLogin().finish(provider.callback(), browser);
    }
  }

  private EidClient client(ClientKey key) {
    return ChosenCrypto.in(EidClient.builder(Environment.sandbox(provider.issuer()), "app", key))
        .build();
  }

  private static String encrypted(String content, JWK to) {
    try {
      boolean ec = to instanceof ECKey;
      JWEHeader header =
          new JWEHeader.Builder(
                  ec ? JWEAlgorithm.ECDH_ES : JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
              .keyID(to.getKeyID())
              .contentType("JWT")
              .build();
      JWEObject jwe = new JWEObject(header, new Payload(content));
      jwe.encrypt(ec ? new ECDHEncrypter(to.toECKey()) : new RSAEncrypter(to.toRSAKey()));
      return jwe.serialize();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static ClientKey key(JWK jwk) {
    return ClientKey.fromJwk(jwk.toJSONString());
  }

  private static JWK ec(String id, @Nullable KeyUse use) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).keyUse(use).generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }
}
