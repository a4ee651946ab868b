package vn.eid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.eid.internal.Operation;
import vn.eid.internal.jose.Crypto;
import vn.eid.internal.jose.Keys;

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
    KeyStore store = keyStore(folder.resolve("ec.p12"), "EC", "-groupname", "secp256r1");

    ClientKey key = ClientKey.fromKeyStore(store, "eid", "changeit".toCharArray());

    assertThat(key.keyId()).hasSize(43);
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> ClientKey.fromKeyStore(store, "eid", "wrong".toCharArray()))
        .withMessageContaining("Check the password");
  }

  @Test
  void takesAnRsaKeyOutOfAKeyStore(@TempDir Path folder) throws Exception {
    KeyStore store = keyStore(folder.resolve("rsa.p12"), "RSA", "-keysize", "2048");
    ClientKey key = ClientKey.fromKeyStore(store, "eid", "changeit".toCharArray());
    assertThat(key.signing(Crypto.JDK).algorithm()).isEqualTo("PS256");
  }

  @Test
  void refusesAnAliasThatIsNoPrivateKeyWithACertificate(@TempDir Path folder) throws Exception {
    KeyStore store = keyStore(folder.resolve("ec.p12"), "EC", "-groupname", "secp256r1");
    store.setCertificateEntry("certificate", store.getCertificate("eid"));
    SecretKey secret = new SecretKeySpec(new byte[32], "AES");
    store.setKeyEntry("secret", secret, "changeit".toCharArray(), null);
    for (String alias : List.of("other", "certificate", "secret")) {
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(() -> ClientKey.fromKeyStore(store, alias, "changeit".toCharArray()))
          .withMessageContaining("no private key with a certificate under that alias");
    }
  }

  private static KeyStore keyStore(Path file, String... algorithm) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-alias", "eid", "-dname", "CN=test", "-keyalg"));
    command.addAll(List.of(algorithm));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", "changeit", "-keystore"));
    command.add(file.toString());
    run(command);
    return KeyStore.getInstance(file.toFile(), "changeit".toCharArray());
  }

  @Test
  void printsItsIdAndNothingElse() throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
    assertThat(ClientKey.fromJwk(key.toJSONString())).hasToString("ClientKey[k1]");
  }

  @Test
  void refusesHalvesThatAreNoPair() throws Exception {
    ECKey one = new ECKeyGenerator(Curve.P_256).generate();
    ECKey two = new ECKeyGenerator(Curve.P_256).generate();
    Map<String, Object> mixed = new HashMap<>(one.toJSONObject());
    mixed.put("d", two.getD().toString());
    for (String use : List.of("sig", "enc")) {
      mixed.put("use", use);
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(() -> ClientKey.fromJwk(JSONObjectUtils.toJSONString(mixed)))
          .withMessageContaining("Private and public half are no pair")
          .withMessageNotContaining(two.getD().toString());
    }
  }

  @Test
  void goesUnderTheIdThatTheProviderRegistered() throws Exception {
    ClientKey key = ClientKey.fromJwk(jwk("own", null)).registeredAs("theirs");
    assertThat(key.keyId()).isEqualTo("theirs");
    String signed = key.signing(Crypto.JDK).sign(Operation.named("test"), Map.of());
    assertThat(JWSObject.parse(signed).getHeader().getKeyID()).isEqualTo("theirs");
    assertThat(key.registeredAs("x".repeat(255)).keyId()).hasSize(255);
    for (String id : List.of("", "  ", "x".repeat(256))) {
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(() -> key.registeredAs(id))
          .withMessageContaining("Pass the key id");
    }
  }

  @Test
  void aProviderThatDoesNotSignIsFoundBeforeAnybodyLogsIn() throws Exception {
    ClientKey key = ClientKey.fromJwk(jwk("own", null));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> key.signing(Keys.failing()))
        .withMessageContaining("Look at the cryptoProvider");
  }

  @Test
  void tellsThePublicHalvesToRegisterAndNothingElse() throws Exception {
    ECKey signs = new ECKeyGenerator(Curve.P_256).keyID("s").keyUse(KeyUse.SIGNATURE).generate();
    RSAKey opens = new RSAKeyGenerator(2048).keyID("e").keyUse(KeyUse.ENCRYPTION).generate();
    ECKey both = new ECKeyGenerator(Curve.P_256).keyID("b").generate();
    ClientKey key =
        ClientKey.fromJwk(signs.toJSONString())
            .alsoDecryptingWith(
                ClientKey.fromJwk(opens.toJSONString()), ClientKey.fromJwk(both.toJSONString()));

    JWKSet set = JWKSet.parse(key.publicKeys());

    assertThat(set.containsNonPublicKeys()).isFalse();
    assertThat(key.publicKeys()).doesNotContain("\"d\"", signs.getD().toString());
    assertThat(set.getKeyByKeyId("s").getKeyUse()).isEqualTo(KeyUse.SIGNATURE);
    assertThat(set.getKeyByKeyId("s").getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
    assertThat(set.getKeyByKeyId("e").getKeyUse()).isEqualTo(KeyUse.ENCRYPTION);
    assertThat(set.getKeyByKeyId("e").getAlgorithm()).isEqualTo(JWEAlgorithm.RSA_OAEP_256);
    assertThat(set.getKeyByKeyId("b").getKeyUse()).isNull();
    assertThat(set.getKeyByKeyId("b").getAlgorithm()).isNull();
    assertThat(key).hasToString("ClientKey[s, e, b]");
  }

  @Test
  void refusesToSignInWithAKeyForEncryption() throws Exception {
    ClientKey key = ClientKey.fromJwk(jwk("e", KeyUse.ENCRYPTION));
    Environment sandbox = Environment.sandbox(URI.create("https://as.example"));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> EidClient.builder(sandbox, "app", key))
        .withMessageContaining("The key e is not for signatures (use: enc)")
        .withMessageContaining("alsoDecryptingWith");
  }

  @Test
  void readsTheUseFromTheAlgorithmWhereNoneIsNamed() throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).generate();
    ClientKey opens = ClientKey.fromJwk(withAlgorithm(key, JWEAlgorithm.ECDH_ES));
    ClientKey signs = ClientKey.fromJwk(withAlgorithm(key, JWSAlgorithm.ES256));
    assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(opens::thatSigns);
    assertThat(signs.decryption(Crypto.JDK).keys()).isEmpty();
    ECKey named = new ECKey.Builder(key).keyUse(KeyUse.SIGNATURE).build();
    ClientKey both = ClientKey.fromJwk(withAlgorithm(named, JWEAlgorithm.ECDH_ES));
    assertThat(both.thatSigns()).as("the use counts where it is named").isSameAs(both);
    ClientKey neither = ClientKey.fromJwk(withAlgorithm(key, JWEAlgorithm.DIR));
    assertThat(neither.thatSigns()).isSameAs(neither);
    assertThat(neither.decryption(Crypto.JDK).keys()).hasSize(1);
  }

  @Test
  void refusesToDecryptWithAKeyForSignatures() throws Exception {
    ClientKey key = ClientKey.fromJwk(jwk("new", null));
    ClientKey signsOnly = ClientKey.fromJwk(jwk("old", KeyUse.SIGNATURE));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> key.alsoDecryptingWith(signsOnly))
        .withMessageContaining("The key old cannot decrypt");
    assertThat(signsOnly.decryption(Crypto.JDK).keys()).isEmpty();
  }

  @Test
  void refusesTwoKeysUnderOneId() throws Exception {
    ClientKey key = ClientKey.fromJwk(jwk("k", null));
    ClientKey other = ClientKey.fromJwk(jwk("k", null));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> key.alsoDecryptingWith(other))
        .withMessageContaining("the same key id");
    ClientKey both = key.alsoDecryptingWith(other.registeredAs("old"));
    assertThat(both.decryption(Crypto.JDK).keys()).hasSize(2);
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> both.registeredAs("old"))
        .withMessageContaining("the same key id");
  }

  @Test
  void keepsTheDecryptingKeysOfAKeyThatHadSome() throws Exception {
    ClientKey old =
        ClientKey.fromJwk(jwk("old", KeyUse.SIGNATURE))
            .alsoDecryptingWith(ClientKey.fromJwk(jwk("enc", KeyUse.ENCRYPTION)));
    ClientKey current = ClientKey.fromJwk(jwk("new", null)).alsoDecryptingWith(old);
    assertThat(current).hasToString("ClientKey[new, enc]");
  }

  private static String withAlgorithm(ECKey key, Algorithm algorithm) {
    return new ECKey.Builder(key).algorithm(algorithm).build().toJSONString();
  }

  private static String jwk(String id, @Nullable KeyUse use) throws Exception {
    return new ECKeyGenerator(Curve.P_256).keyID(id).keyUse(use).generate().toJSONString();
  }

  private static void run(List<String> command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Files.createTempFile("keytool", ".log").toFile())
            .start();
    assertThat(process.waitFor()).isZero();
  }
}
