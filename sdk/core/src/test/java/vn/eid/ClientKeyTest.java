package vn.eid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientKeyTest {

  @Test
  void readsAPrivateEcKeyAndKeepsItsId() throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
    assertThat(ClientKey.fromJwk(key.toJSONString()).keyId()).isEqualTo("k1");
  }

  @Test
  void takesTheThumbprintForAKeyWithoutId() throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).generate();
    assertThat(ClientKey.fromJwk(key.toJSONString()).keyId())
        .isEqualTo(key.computeThumbprint().toString());
  }

  @Test
  void refusesAPublicKeyAndSaysWhatToDoWithIt() throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).generate();
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> ClientKey.fromJwk(key.toPublicJWK().toJSONString()))
        .withMessageContaining("This is a public key")
        .withMessageContaining("register this one");
  }

  @Test
  void refusesOtherCurvesSmallRsaKeysAndSecrets() throws Exception {
    ECKey p384 = new ECKeyGenerator(Curve.P_384).generate();
    RSAKey small = new RSAKeyGenerator(1024, true).generate();
    OctetSequenceKey secret = new OctetSequenceKeyGenerator(256).generate();
    for (String json : List.of(p384.toJSONString(), small.toJSONString(), secret.toJSONString())) {
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(() -> ClientKey.fromJwk(json))
          .withMessageContaining("P-256");
    }
  }

  @Test
  void refusesTextThatIsNoKeyWithoutRepeatingIt() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> ClientKey.fromJwk("{\"kty\":\"EC\",\"d\":\"canary-secret\"}"))
        .withMessageContaining("not a JSON Web Key")
        .withMessageNotContaining("canary");
  }

  @Test
  void refusesJsonThatIsNoKeyAtAll() {
    for (String json :
        List.of(
            "null",
            "{}",
            "[]",
            "",
            "{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\",\"oth\":[{}]}")) {
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(() -> ClientKey.fromJwk(json));
    }
  }

  @Test
  void takesAKeyOutOfAPkcs12FileMadeByKeytool(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("client.p12");
    run(
        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair",
        "-alias",
        "eid",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        "CN=test",
        "-storetype",
        "PKCS12",
        "-storepass",
        "changeit",
        "-keystore",
        file.toString());
    KeyStore store = KeyStore.getInstance(file.toFile(), "changeit".toCharArray());

    ClientKey key = ClientKey.fromKeyStore(store, "eid", "changeit".toCharArray());

    assertThat(key.keyId()).hasSize(43);
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> ClientKey.fromKeyStore(store, "other", "changeit".toCharArray()))
        .withMessageContaining("no private key with a certificate under that alias");
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> ClientKey.fromKeyStore(store, "eid", "wrong".toCharArray()))
        .withMessageContaining("Check the password");
  }

  @Test
  void printsItsIdAndNothingElse() throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
    assertThat(ClientKey.fromJwk(key.toJSONString())).hasToString("ClientKey[k1]");
  }

  private static void run(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Files.createTempFile("keytool", ".log").toFile())
            .start();
    assertThat(process.waitFor()).isZero();
  }
}
