package vn.eid.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.ChosenCrypto;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;

class SignedDocumentTest {
  private static final Set<String> TYPES = Set.of("test+jwt");
  private static final String CLAIMS = "{\"sub\":\"someone\"}";

  private ECKey ec;
  private RSAKey rsa;
  private KeySet keys;

  @BeforeEach
  void makeKeys() throws Exception {
    ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
    rsa = Keys.rsa();
    keys =
        new KeySet(
            Clock.systemUTC(),
            ChosenCrypto.crypto(),
            o -> List.of(ec.toPublicJWK(), rsa.toPublicJWK()));
  }

  @Test
  void opensWhatTheIssuerSignedWithEs256OrPs256() throws Exception {
    assertThat(open(signed(header(JWSAlgorithm.ES256, "ec"), CLAIMS, new ECDSASigner(ec))))
        .isEqualTo("someone");
    assertThat(open(signed(header(JWSAlgorithm.PS256, "rsa"), CLAIMS, new RSASSASigner(rsa))))
        .isEqualTo("someone");
  }

  @Test
  void whatIsSignedIsTheHeaderToo() throws Exception {
    String document = signed(header(JWSAlgorithm.ES256, "ec"), CLAIMS, new ECDSASigner(ec));
    SignedContent content =
        new SignedDocument(Operation.named("test"), "The test", document).content(keys, TYPES);
    assertThat(content.header().requiredText("kid")).isEqualTo("ec");
  }

  @Test
  void refusesRs256ByTheIssuersOwnKey() throws Exception {
    refuses(
        Check.ALGORITHM, signed(header(JWSAlgorithm.RS256, "rsa"), CLAIMS, new RSASSASigner(rsa)));
  }

  @Test
  void refusesAKeyThatTheTokenBringsAlong() throws Exception {
    ECKey thief = new ECKeyGenerator(Curve.P_256).keyID("thief").generate();
    JWSHeader.Builder header =
        header(JWSAlgorithm.ES256, "thief")
            .jwk(thief.toPublicJWK())
            .jwkURL(URI.create("https://evil.example/keys"))
            .x509CertURL(URI.create("https://evil.example/certificate"));
    refuses(Check.SIGNATURE, signed(header, CLAIMS, new ECDSASigner(thief)));
  }

  @Test
  void refusesAThiefsSignatureUnderTheIssuersKeyId() throws Exception {
    ECKey thief = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
    refuses(
        Check.SIGNATURE, signed(header(JWSAlgorithm.ES256, "ec"), CLAIMS, new ECDSASigner(thief)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 63, 64, 65, 72, 256})
  void refusesASignatureOfZerosWhateverItsLength(int length) throws Exception {
    // ECDSA in Java once took the numbers zero and zero for everybody's signature (CVE-2022-21449).
    for (String token : tokens()) {
      String zeros = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[length]);
      refuses(Check.SIGNATURE, token.substring(0, token.lastIndexOf('.') + 1) + zeros);
    }
  }

  @Test
  void aRefusedSignatureChangesNothingForTheNextOneOnManyThreadsAtOnce() throws Exception {
    List<String> good = tokens();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        String token = good.get(i % good.size());
        String forged = token.substring(0, token.length() - 8) + "AAAAAAAA";
        all.add(threads.submit(() -> refuses(Check.SIGNATURE, forged)));
        all.add(threads.submit(() -> open(token)));
      }
      for (Future<?> each : all) {
        assertThat(each.get()).isIn(null, "someone");
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void refusesACriticalExtension() throws Exception {
    JWSHeader.Builder header =
        header(JWSAlgorithm.ES256, "ec").criticalParams(Set.of("exp")).customParam("exp", 1);
    refuses(Check.ALGORITHM, signed(header, CLAIMS, new ECDSASigner(ec)));
  }

  @Test
  void refusesADocumentOfAnotherTypeOrNone() throws Exception {
    JWSSigner signer = new ECDSASigner(ec);
    for (String type : List.of("logout+jwt", "JWT")) {
      refuses(
          Check.FORMAT,
          signed(header(JWSAlgorithm.ES256, "ec").type(new JOSEObjectType(type)), CLAIMS, signer));
    }
    refuses(
        Check.FORMAT,
        signed(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ec"), CLAIMS, signer));
  }

  @Test
  void refusesClaimsThatTwoReadersCouldReadDifferently() throws Exception {
    refuses(
        Check.FORMAT,
        signed(
            header(JWSAlgorithm.ES256, "ec"),
            "{\"sub\":\"a\",\"sub\":\"b\"}",
            new ECDSASigner(ec)));
  }

  @Test
  void refusesATokenLongerThanAnyHonestOne() throws Exception {
    refuses(
        Check.FORMAT,
        signed(
            header(JWSAlgorithm.ES256, "ec"),
            "{\"sub\":\"someone\",\"x\":\"" + "x".repeat(60_000) + "\"}",
            new ECDSASigner(ec)));
  }

  /** Zeros fit every message and key where nobody looks (CVE-2022-21449). */
  @Test
  void refusesASignatureOfZerosAndOneThatIsTooShort() throws Exception {
    String text = signed(header(JWSAlgorithm.ES256, "ec"), CLAIMS, new ECDSASigner(ec));
    String unsigned = text.substring(0, text.lastIndexOf('.') + 1);
    for (int length : new int[] {1, 63, 64}) {
      byte[] zeros = new byte[length];
      refuses(
          Check.SIGNATURE,
          unsigned + Base64.getUrlEncoder().withoutPadding().encodeToString(zeros));
    }
  }

  @Test
  void takesATextOfTheGreatestLengthAndNoCharacterMore() throws Exception {
    String text = signed(header(JWSAlgorithm.ES256, "ec"), CLAIMS, new ECDSASigner(ec));
    Operation operation = Operation.named("test");
    new SignedDocument(operation, "The test", text, text.length()).open(keys, TYPES);
    SignedDocument longer = new SignedDocument(operation, "The test", text, text.length() - 1);
    assertThat(
            catchThrowableOfType(UntrustedException.class, () -> longer.open(keys, TYPES)).check())
        .isEqualTo(Check.FORMAT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "NONE", "HS256", "HS512", "ES384", "RS256", "EdDSA", ""})
  void refusesAlgorithmsByNameBeforeAnythingElse(String algorithm) {
    String header = "{\"alg\":\"" + algorithm + "\",\"typ\":\"test+jwt\",\"kid\":\"ec\"}";
    refuses(Check.ALGORITHM, base64(header) + "." + base64(CLAIMS) + ".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "a.b.c",
        "{}.{}.{}",
        "e30",
        "e30.e30",
        "e30.e30.e30.e30.e30",
        "eyJhbGciOiJFUzI1NiIsInR5cCI6InRlc3Qrand0In0.e30.",
        "eyJhbGciOiJFUzI1NiIsInR5cCI6InRlc3Qrand0In0.e3*0.e30",
        "eyJhbGciOiJFUzI1NiIsInR5cCI6InRlc3Qrand0In0.e30.e3\u00e90",
        "[]..",
        "bnVsbA.."
      })
  void refusesTextThatIsNoToken(String text) {
    UntrustedException e = thrown(text);
    assertThat(e.check()).isIn(Check.FORMAT, Check.ALGORITHM);
  }

  private List<String> tokens() throws Exception {
    return List.of(
        signed(header(JWSAlgorithm.ES256, "ec"), CLAIMS, new ECDSASigner(ec)),
        signed(header(JWSAlgorithm.PS256, "rsa"), CLAIMS, new RSASSASigner(rsa)));
  }

  private void refuses(Check check, String compact) {
    UntrustedException e = thrown(compact);
    assertThat(e.check()).isEqualTo(check);
    assertThat(e).hasMessageNotContaining("someone");
  }

  private UntrustedException thrown(String compact) {
    UntrustedException e = catchThrowableOfType(UntrustedException.class, () -> open(compact));
    assertThat(e).isNotNull();
    return e;
  }

  private String open(String compact) {
    return new SignedDocument(Operation.named("test"), "The test", compact)
        .open(keys, TYPES)
        .requiredText("sub");
  }

  private static JWSHeader.Builder header(JWSAlgorithm algorithm, String kid) {
    return new JWSHeader.Builder(algorithm).keyID(kid).type(new JOSEObjectType("test+jwt"));
  }

  private static String signed(JWSHeader.Builder header, String claims, JWSSigner signer)
      throws Exception {
    JWSObject jws = new JWSObject(header.build(), new Payload(claims));
    jws.sign(signer);
    return jws.serialize();
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
