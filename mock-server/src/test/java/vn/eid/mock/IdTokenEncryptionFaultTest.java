package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.spec.MGF1ParameterSpec;
import java.util.Base64;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.eid.mock.endpoint.Json;

class IdTokenEncryptionFaultTest {
  private static final OAEPParameterSpec OAEP =
      new OAEPParameterSpec(
          "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);
  private static EidMock mock;

  private TestClient client;

  @BeforeAll
  static void startServer() {
    mock = EidMock.start(MockOptions.defaults().encryptIdTokens("RSA-OAEP-256"));
  }

  @AfterAll
  static void stopServer() {
    mock.close();
  }

  @BeforeEach
  void start() {
    mock.reset();
    client = new TestClient(mock);
  }

  private String idToken(Fault fault) {
    mock.inject(fault);
    return client.token(client.codeForm(client.code())).isOk().text("id_token");
  }

  private static JsonWebEncryption jwe(String idToken) throws JoseException {
    JsonWebEncryption jwe = new JsonWebEncryption();
    jwe.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    jwe.setCompactSerialization(idToken);
    jwe.setKey(
        PublicJsonWebKey.Factory.newPublicJwk(mock.clientEncryptionKeyJwk("RSA-OAEP-256"))
            .getPrivateKey());
    return jwe;
  }

  private static JsonNode header(String token) throws Exception {
    return Json.mapper().readTree(part(token, 0));
  }

  private static byte[] part(String token, int index) {
    return Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]);
  }

  @Test
  void leavesOutTheEncryption() throws Exception {
    String idToken = idToken(Fault.ID_TOKEN_NOT_ENCRYPTED);
    assertThat(idToken.split("\\.", -1)).hasSize(3);
    assertThat(header(idToken).path("alg").asText()).isEqualTo("ES256");
  }

  @Test
  void encryptsTheBareClaims() throws Exception {
    String inside = jwe(idToken(Fault.ID_TOKEN_ENCRYPTED_UNSIGNED)).getPlaintextString();
    assertThat(Json.mapper().readTree(inside).path("nonce").asText()).isEqualTo("the-nonce");
  }

  @Test
  void encryptsATokenOfAlgorithmNone() throws Exception {
    String inside = jwe(idToken(Fault.ID_TOKEN_ENCRYPTED_ALG_NONE_INSIDE)).getPlaintextString();
    assertThat(inside).endsWith(".");
    assertThat(header(inside).path("alg").asText()).isEqualTo("none");
    assertThat(new String(part(inside, 1), StandardCharsets.UTF_8)).contains("the-nonce");
  }

  @Test
  void encryptsACompressionBomb() throws Exception {
    String idToken = idToken(Fault.ID_TOKEN_ENCRYPTED_COMPRESSED);
    assertThat(idToken).hasSizeLessThan(200_000);
    assertThat(header(idToken).path("zip").asText()).isEqualTo("DEF");
    byte[] deflated = decrypted(idToken, 128);
    try (InflaterInputStream inflated =
        new InflaterInputStream(new ByteArrayInputStream(deflated), new Inflater(true))) {
      assertThat(inflated.skip(Long.MAX_VALUE)).isGreaterThanOrEqualTo(20 * 1024 * 1024);
    }
  }

  @Test
  void encryptsWithAPasswordAndNoEndOfRoundsWithoutDoingThem() throws Exception {
    long before = System.nanoTime();
    String idToken = idToken(Fault.ID_TOKEN_ENCRYPTED_PBES2);
    assertThat(System.nanoTime() - before).isLessThan(20_000_000_000L);
    assertThat(header(idToken).path("alg").asText()).isEqualTo("PBES2-HS256+A128KW");
    assertThat(header(idToken).path("p2c").asLong()).isEqualTo(1_000_000_000);
    assertThat(part(idToken, 1)).hasSize(40);
  }

  @Test
  void encryptsWithTheAlgorithmOfOld() throws Exception {
    String idToken = idToken(Fault.ID_TOKEN_ENCRYPTED_RSA1_5);
    assertThat(header(idToken).path("alg").asText()).isEqualTo("RSA1_5");
    assertThat(jwe(idToken).getPlaintextString().split("\\.", -1)).hasSize(3);
  }

  @Test
  void encryptsForAnotherKeyUnderTheNameOfTheClients() throws Exception {
    String idToken = idToken(Fault.ID_TOKEN_ENCRYPTED_FOR_OTHER_KEY);
    assertThat(mock.clientEncryptionKeyJwk("RSA-OAEP-256"))
        .contains("\"" + header(idToken).path("kid").asText() + "\"");
    assertThatThrownBy(() -> jwe(idToken).getPlaintextString()).isInstanceOf(JoseException.class);
  }

  @Test
  void cutsTheTagAndACarelessReaderWouldNotSeeIt() throws Exception {
    String idToken = idToken(Fault.ID_TOKEN_ENCRYPTED_CUT);
    assertThat(part(idToken, 4)).hasSize(12);
    assertThat(new String(decrypted(idToken, 96), StandardCharsets.US_ASCII).split("\\.", -1))
        .hasSize(3);
  }

  /** Opens the token without a JOSE library, which would look at zip and at the tag's length. */
  private static byte[] decrypted(String idToken, int tagBits) throws Exception {
    JsonWebEncryption jwe = jwe(idToken);
    Cipher unwrap = Cipher.getInstance("RSA/ECB/OAEPPadding");
    unwrap.init(Cipher.DECRYPT_MODE, jwe.getKey(), OAEP);
    SecretKeySpec key = new SecretKeySpec(unwrap.doFinal(part(idToken, 1)), "AES");
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(tagBits, part(idToken, 2)));
    cipher.updateAAD(idToken.split("\\.", -1)[0].getBytes(StandardCharsets.US_ASCII));
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    sealed.writeBytes(part(idToken, 3));
    sealed.writeBytes(part(idToken, 4));
    return cipher.doFinal(sealed.toByteArray());
  }
}
