package vn.eid.benchmarks.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.eid.benchmarks.By;

/** Nobody wins by not signing, or by signing less. */
class SignatoryTest {
  static Stream<Arguments> contenders() {
    return Arrays.stream(Document.values())
        .flatMap(
            document ->
                Arrays.stream(By.values())
                    .flatMap(
                        by ->
                            Stream.of(Signatory.OURS, Signatory.NIMBUS)
                                .map(signatory -> Arguments.of(document, by, signatory))));
  }

  @ParameterizedTest
  @MethodSource("contenders")
  void signsANewDocumentEachTime(Document document, By by, Signatory signatory) throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).keyID("client").generate();
    Maker maker = signatory.of(document, key, by);
    SignedJWT first = SignedJWT.parse(maker.make());
    SignedJWT second = SignedJWT.parse(maker.make());
    assertThat(first.verify(new ECDSAVerifier(key))).isTrue();
    assertThat(second.verify(new ECDSAVerifier(key))).isTrue();
    assertThat(first.getJWTClaimsSet().getJWTID())
        .isNotEqualTo(second.getJWTClaimsSet().getJWTID());
    assertThat(first.getJWTClaimsSet().getClaims().keySet()).containsAll(required(document));
    assertThat(first.getHeader().getJWK() != null).isEqualTo(document == Document.DPOP_PROOF);
  }

  private static List<String> required(Document document) {
    return document == Document.DPOP_PROOF
        ? List.of("jti", "htm", "htu", "iat", "ath")
        : List.of("iss", "sub", "aud", "jti", "exp");
  }
}
