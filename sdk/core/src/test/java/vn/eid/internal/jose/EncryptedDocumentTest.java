package vn.eid.internal.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.PasswordBasedEncrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwk.JsonWebKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.ChosenCrypto;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Json;

class EncryptedDocumentTest {
  private static final String SIGNED = "e30.e30.c2lnbmF0dXJl";
  private static final EncryptionMethod GCM = EncryptionMethod.A256GCM;

  private static final String RFC_7520 =
      "eyJhbGciOiJFQ0RILUVTIiwia2lkIjoibWVyaWFkb2MuYnJhbmR5YnVja0BidWNrbGFuZC5leGFtcGxlIiwiZXBr"
          + "Ijp7Imt0eSI6IkVDIiwiY3J2IjoiUC0yNTYiLCJ4IjoibVBVS1RfYkFXR0hJaGcwVHBqanFWc1AxclhXUXVf"
          + "dndWT0hIdE5rZFlvQSIsInkiOiI4QlFBc0ltR2VBUzQ2ZnlXdzVNaFlmR1RUMElqQnBGdzJTUzM0RHY0SXJz"
          + "In0sImVuYyI6IkExMjhDQkMtSFMyNTYifQ"
          + "..yc9N8v5sYyv3iGQT926IUg."
          + "BoDlwPnTypYq-ivjmQvAYJLb5Q6l-F3LIgQomlz87yW4OPKbWE1zSTEFjDfhU9IPIOSA9Bml4m7iDFwA-1ZX"
          + "vHteLDtw4R1XRGMEsDIqAYtskTTmzmzNa-_q4F_evAPUmwlO-ZG45Mnq4uhM1fm_D9rBtWolqZSF3xGNNkpO"
          + "MQKF1Cl8i8wjzRli7-IXgyirlKQsbhhqRzkv8IcY6aHl24j03C-AR2le1r7URUhArM79BY8soZU0lzwI-sD5"
          + "PZ3l4NDCCei9XkoIAfsXJWmySPoeRb2Ni5UZL4mYpvKDiwmyzGd65KqVw7MsFfI_K767G9C9Azp73gKZD0Dy"
          + "Un1mn0WW5LmyX_yJ-3AROq8p1WZBfG-ZyJ6195_JGG2m9Csg"
          + ".WCCkNa-x4BeB9hIDIfFuhg";

  private static ECKey ec;
  private static RSAKey rsa;

  @BeforeAll
  static void makeKeys() throws Exception {
    ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
    rsa = Keys.rsa();
  }

  @Test
  void opensWhatIsEncryptedToAKeyOfOursWithEachMethodOfTheProfile() throws Exception {
    for (EncryptionMethod method :
        List.of(
            EncryptionMethod.A256GCM,
            EncryptionMethod.A128GCM,
            EncryptionMethod.A128CBC_HS256,
            EncryptionMethod.A256CBC_HS512)) {
      assertThat(open(encrypted(toEc(method), SIGNED, new ECDHEncrypter(ec)))).isEqualTo(SIGNED);
      assertThat(open(encrypted(toRsa(method), SIGNED, new RSAEncrypter(rsa)))).isEqualTo(SIGNED);
    }
  }

  @Test
  void aKeyPrintsItsIdOnly() {
    assertThat(decryption(ec)).hasToString("DecryptionKey[ec]");
  }

  @Test
  void whatIsNotEncryptedIsCalledSo() {
    UntrustedException e = catchThrowableOfType(UntrustedException.class, () -> open(SIGNED, ec));
    assertThat(e.check()).isEqualTo(Check.FORMAT);
    assertThat(e).hasMessageContaining("is not an encrypted token");
  }

  @Test
  void triesEachKeyWhereTheDocumentNamesNone() throws Exception {
    JWEHeader.Builder header = new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, GCM);
    ECKey other = new ECKeyGenerator(Curve.P_256).keyID("other").generate();
    String document = encrypted(header, SIGNED, new ECDHEncrypter(ec));
    assertThat(open(document, rsa, other, ec)).isEqualTo(SIGNED);
  }

  @Test
  void triesNoMoreThanTenKeys() throws Exception {
    List<JWK> crowd = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      crowd.add(new ECKeyGenerator(Curve.P_256).keyID("other-" + i).generate());
    }
    crowd.add(ec);
    JWEHeader.Builder header = new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, GCM);
    String document = encrypted(header, SIGNED, new ECDHEncrypter(ec));
    assertThat(thrown(document, crowd.toArray(JWK[]::new)).check()).isEqualTo(Check.DECRYPTION);
  }

  @Test
  void keysOfAnotherAlgorithmCountForNothing() throws Exception {
    List<JWK> crowd = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      crowd.add(new ECKeyGenerator(Curve.P_256).keyID("other-" + i).generate());
    }
    crowd.add(rsa);
    JWEHeader.Builder header = new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, GCM);
    String document = encrypted(header, SIGNED, new RSAEncrypter(rsa));
    assertThat(open(document, crowd.toArray(JWK[]::new))).isEqualTo(SIGNED);
  }

  @Test
  void refusesWhatIsForAnotherKeyAndSaysWhatToDo() throws Exception {
    ECKey other = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
    UntrustedException e = thrown(encrypted(toEc(GCM), SIGNED, new ECDHEncrypter(other)));
    assertThat(e.check()).isEqualTo(Check.DECRYPTION);
    assertThat(e).hasMessageContaining("Register the current encryption key with the provider");
    refuses(
        Check.DECRYPTION,
        encrypted(
            new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, GCM).keyID("unknown"),
            SIGNED,
            new ECDHEncrypter(ec)));
    assertThat(thrown(encrypted(toEc(GCM), SIGNED, new ECDHEncrypter(ec)), rsa).check())
        .isEqualTo(Check.DECRYPTION);
  }

  /** Whoever may try many documents must not learn from the answers how far each one got. */
  @Test
  void allWaysNotToOpenLookTheSame() throws Exception {
    RSAKey other = new RSAKeyGenerator(2048).keyID("rsa").generate();
    String good = encrypted(toRsa(GCM), SIGNED, new RSAEncrypter(rsa));
    String cbc = encrypted(toRsa(EncryptionMethod.A128CBC_HS256), SIGNED, new RSAEncrypter(rsa));
    List<String> spoiled =
        List.of(
            encrypted(toRsa(GCM), SIGNED, new RSAEncrypter(other)),
            flipped(good, 1),
            flipped(good, 2),
            flipped(good, 3),
            flipped(good, 4),
            flipped(cbc, 1),
            flipped(cbc, 3),
            flipped(cbc, 4));
    Set<String> sentences = new HashSet<>();
    for (String document : spoiled) {
      UntrustedException e = thrown(document);
      assertThat(e.check()).isEqualTo(Check.DECRYPTION);
      assertThat(e.getCause()).isNull();
      sentences.add(String.valueOf(e.getMessage()).replace(e.traceId(), ""));
    }
    assertThat(sentences).hasSize(1);
  }

  @Test
  @Timeout(2)
  void refusesAPasswordWithMillionsOfRoundsWithoutCountingThem() throws Exception {
    String document =
        encrypted(
            new JWEHeader.Builder(JWEAlgorithm.PBES2_HS256_A128KW, GCM).keyID("ec"),
            SIGNED,
            new PasswordBasedEncrypter("password", 16, 1000));
    Map<String, Object> header =
        Map.of("alg", "PBES2-HS256+A128KW", "enc", "A256GCM", "p2s", "c2FsdA", "p2c", 10_000_000);
    refuses(Check.ALGORITHM, document);
    refuses(Check.ALGORITHM, withHeader(header, document));
  }

  @Test
  void refusesACompressedDocument() throws Exception {
    String bomb = "x".repeat(1 << 20);
    refuses(
        Check.ALGORITHM,
        encrypted(
            toEc(GCM).compressionAlgorithm(CompressionAlgorithm.DEF), bomb, new ECDHEncrypter(ec)));
  }

  @Test
  void refusesASharedSecretOldPaddingAndWhatTheLibraryDoesNotKnow() throws Exception {
    byte[] secret = new byte[32];
    refuses(
        Check.ALGORITHM,
        encrypted(
            new JWEHeader.Builder(JWEAlgorithm.DIR, GCM), SIGNED, new DirectEncrypter(secret)));
    refuses(
        Check.ALGORITHM,
        encrypted(
            new JWEHeader.Builder(JWEAlgorithm.parse("RSA1_5"), GCM).keyID("rsa"),
            SIGNED,
            new RSAEncrypter(rsa)));
    refuses(
        Check.ALGORITHM,
        encrypted(
            new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A256KW, GCM).keyID("ec"),
            SIGNED,
            new ECDHEncrypter(ec)));
    refuses(
        Check.ALGORITHM, encrypted(toEc(EncryptionMethod.A192GCM), SIGNED, new ECDHEncrypter(ec)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"none", "dir", "A256KW", "RSA-OAEP", "RSA1_5", "ECDH-ES+A128KW", "ecdh-es", ""})
  void refusesAlgorithmsByNameBeforeAnythingElse(String algorithm) {
    Map<String, Object> header = Map.of("alg", algorithm, "enc", "A256GCM", "kid", "ec");
    refuses(Check.ALGORITHM, withHeader(header, "e30.e30.e30.e30.e30"));
  }

  @Test
  void refusesAHeaderThatDemandsAnythingMore() throws Exception {
    String good = encrypted(toRsa(GCM), SIGNED, new RSAEncrypter(rsa));
    for (String name : List.of("crit", "jku", "jwk", "x5u", "x5c", "zip", "p2c", "p2s")) {
      Map<String, Object> header =
          Map.of("alg", "RSA-OAEP-256", "enc", "A256GCM", "kid", "rsa", name, "anything");
      refuses(Check.ALGORITHM, withHeader(header, good));
    }
  }

  @Test
  void refusesAPrivateOrMissingEphemeralKeyAndOneOffTheCurve() throws Exception {
    String good = encrypted(toEc(GCM), SIGNED, new ECDHEncrypter(ec));
    Map<String, Object> offTheCurve =
        Map.of("kty", "EC", "crv", "P-256", "x", ec.getX().toString(), "y", ec.getX().toString());
    for (Object ephemeral : List.of(ec.toJSONObject(), offTheCurve, "text", Map.of())) {
      Map<String, Object> header = Map.of("alg", "ECDH-ES", "enc", "A256GCM", "epk", ephemeral);
      refuses(Check.FORMAT, withHeader(header, good));
    }
    refuses(Check.FORMAT, withHeader(Map.of("alg", "ECDH-ES", "enc", "A256GCM"), good));
  }

  @Test
  void refusesASentKeyWhereBothSidesDeriveIt() throws Exception {
    String[] parts = encrypted(toEc(GCM), SIGNED, new ECDHEncrypter(ec)).split("\\.", -1);
    parts[1] = "a2V5";
    refuses(Check.FORMAT, String.join(".", parts));
  }

  @Test
  void refusesWhatHoldsNoSignedDocument() throws Exception {
    String nested = encrypted(toEc(GCM), SIGNED, new ECDHEncrypter(ec));
    for (String content : List.of("{\"sub\":\"someone\"}", nested, "", "a.b", "ÿþ")) {
      UntrustedException e = thrown(encrypted(toEc(GCM), content, new ECDHEncrypter(ec)));
      assertThat(e.check()).isEqualTo(Check.FORMAT);
      assertThat(e).hasMessageContaining("encrypted but not signed");
    }
    refuses(
        Check.FORMAT, encrypted(toEc(GCM).contentType("text/html"), SIGNED, new ECDHEncrypter(ec)));
  }

  @Test
  void refusesADocumentLongerThanAnyHonestOne() throws Exception {
    String signed = "e30.e30." + "x".repeat(100_000);
    String document = encrypted(toEc(GCM), signed, new ECDHEncrypter(ec));
    refuses(Check.FORMAT, document);
    assertThat(open(document, document.length())).isEqualTo(signed);
    assertThat(
            catchThrowableOfType(
                    UntrustedException.class, () -> open(document, document.length() - 1))
                .check())
        .isEqualTo(Check.FORMAT);
  }

  private static String open(String document, int maxLength) {
    Operation operation = Operation.named("test");
    return new EncryptedDocument(operation, "The test", document, Set.of("JWT"), maxLength)
        .open(new DecryptionKeys(List.of(decryption(ec))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "....", "a.b.c.d.e", "e30.e30.e30", "e30.e30.e30.e30.e30.e30", "bnVsbA...."})
  void refusesTextThatIsNoDocument(String text) {
    assertThat(thrown(text).check()).isIn(Check.FORMAT, Check.ALGORITHM);
  }

  /** RFC 7520, section 5.5: made by somebody else, for a key that is not ours. */
  @Test
  void opensTheExampleOfTheRfc() throws Exception {
    JWK key =
        JWK.parse(
            "{\"kty\":\"EC\",\"kid\":\"meriadoc.brandybuck@buckland.example\",\"use\":\"enc\","
                + "\"crv\":\"P-256\",\"x\":\"Ze2loSV3wrroKUN_4zhwGhCqo3Xhu1td4QjeQ5wIVR0\","
                + "\"y\":\"HlLtdXARY_f55A3fnzQbPcm6hgr34Mp8p-nuzQCE0Zw\","
                + "\"d\":\"r_kHyZ-a06rmxM3yESK84r1otSg-aQcVStkRhA-iCM8\"}");
    String text = new String(decryption(key).open(JWEObject.parse(RFC_7520)).orElseThrow(), UTF_8);
    assertThat(text).startsWith("You can trust us to stick with you").endsWith("friends, Frodo.");
    UntrustedException e = thrown(RFC_7520, key);
    assertThat(e).hasMessageContaining("encrypted but not signed");
  }

  /** By the library of the mock server, so that one mistake of ours in both places shows. */
  @Test
  void opensWhatAnotherLibraryEncrypted() throws Exception {
    for (JWK key : List.of(ec, rsa)) {
      JsonWebEncryption jwe = new JsonWebEncryption();
      jwe.setAlgorithmHeaderValue(key.equals(ec) ? "ECDH-ES" : "RSA-OAEP-256");
      jwe.setEncryptionMethodHeaderParameter("A256GCM");
      jwe.setKeyIdHeaderValue(key.getKeyID());
      jwe.setKey(JsonWebKey.Factory.newJwk(key.toPublicJWK().toJSONString()).getKey());
      jwe.setPlaintext(SIGNED);
      assertThat(open(jwe.getCompactSerialization())).isEqualTo(SIGNED);
    }
  }

  private void refuses(Check check, String document) {
    UntrustedException e = thrown(document);
    assertThat(e.check()).as(e.getMessage()).isEqualTo(check);
    assertThat(e).hasMessageNotContaining("someone");
  }

  private static UntrustedException thrown(String document, JWK... keys) {
    UntrustedException e =
        catchThrowableOfType(UntrustedException.class, () -> open(document, keys));
    assertThat(e).isNotNull();
    return e;
  }

  private static String open(String document, JWK... keys) {
    List<JWK> held = keys.length == 0 ? List.of(ec, rsa) : List.of(keys);
    return new EncryptedDocument(Operation.named("test"), "The test", document)
        .open(new DecryptionKeys(held.stream().map(EncryptedDocumentTest::decryption).toList()));
  }

  private static DecryptionKey decryption(JWK key) {
    try {
      return OwnKey.inMemory(key).decryption(ChosenCrypto.crypto()).orElseThrow();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static JWEHeader.Builder toEc(EncryptionMethod method) {
    return new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, method).keyID("ec").contentType("JWT");
  }

  private static JWEHeader.Builder toRsa(EncryptionMethod method) {
    return new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, method).keyID("rsa").contentType("JWT");
  }

  private static String encrypted(JWEHeader.Builder header, String content, JWEEncrypter encrypter)
      throws Exception {
    JWEObject jwe = new JWEObject(header.build(), new Payload(content));
    jwe.encrypt(encrypter);
    return jwe.serialize();
  }

  private static String withHeader(Map<String, Object> header, String document) {
    String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(header));
    return encoded + document.substring(document.indexOf('.'));
  }

  /** The document with one bit of a part turned. */
  private static String flipped(String document, int part) {
    String[] parts = document.split("\\.", -1);
    byte[] bytes = Base64.getUrlDecoder().decode(parts[part].getBytes(StandardCharsets.US_ASCII));
    bytes[bytes.length / 2] ^= 1;
    parts[part] = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return String.join(".", parts);
  }
}
