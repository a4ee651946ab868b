package vn.eid.mock.examine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who does not answer has not refused. Java's own HTTP client asks again where a connection was
 * cut, unless a whole program is told not to: see ProgramTest for that.
 */
class NoAnswerTest {
  private static final int TOO_LONG = 2500;

  @TempDir private Path folder;

  @Test
  void aLoginThatHangsIsNoRefusal() throws Exception {
    try (Examined examined = Examined.careless(folder)) {
      examined.application().reads(NoAnswerTest::hanging);
      int status =
          examined.run(
              "--success-text", "Welcome", "--only", "ID_TOKEN_WRONG_ISSUER,ID_TOKEN_EXPIRED");
      assertThat(status).isZero();
      assertThat(examined.verdicts("not tried")).containsExactly("ID_TOKEN_WRONG_ISSUER");
      assertThat(examined.verdicts("refused")).containsExactly("ID_TOKEN_EXPIRED");
      assertThat(examined.text())
          .contains("it did not answer, which is no refusal: the browser got as far as ")
          .contains(": no answer within 1 seconds");
    }
  }

  private static String hanging(String token) throws Exception {
    String claims =
        new String(
            Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    if (!claims.contains("\"iss\":\"http://127.0.0.1")) {
      Thread.sleep(TOO_LONG);
    }
    return token;
  }

  @Test
  void oneThatATokenKeepsBusyHasAcceptedIt() throws Exception {
    PublicJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
    key.setKeyId("enc");
    key.setUse("enc");
    try (Examined examined = Examined.careless(folder, key)) {
      examined.application().reads(token -> decrypted(token, key));
      int status =
          examined.run(
              "--success-text",
              "Welcome",
              "--encrypt-id-tokens",
              "ECDH-ES",
              "--only",
              "ID_TOKEN_ENCRYPTED_PBES2,ID_TOKEN_ENCRYPTED_CUT");
      assertThat(status).isEqualTo(1);
      assertThat(examined.verdicts("ACCEPTED")).containsExactly("ID_TOKEN_ENCRYPTED_PBES2");
      assertThat(examined.verdicts("refused")).containsExactly("ID_TOKEN_ENCRYPTED_CUT");
      assertThat(examined.text()).contains("  seen    hung: the browser got as far as ");
    }
  }

  private static String decrypted(String token, PublicJsonWebKey key) throws Exception {
    JsonWebEncryption jwe = new JsonWebEncryption();
    jwe.setAlgorithmConstraints(
        new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, "ECDH-ES"));
    jwe.setCompactSerialization(token);
    if (jwe.getAlgorithmHeaderValue().startsWith("PBES2")) {
      Thread.sleep(TOO_LONG);
    }
    jwe.setKey(key.getPrivateKey());
    return jwe.getPayload();
  }
}
