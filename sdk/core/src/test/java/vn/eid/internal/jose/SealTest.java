package vn.eid.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.PasswordBasedEncrypter;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;

class SealTest {
  private static final byte[] FIRST = bytes(1);
  private static final byte[] SECOND = bytes(2);
  private static final Operation OPERATION = Operation.named("test");

  private final Seal seal = Seal.of(List.of(FIRST));

  @Test
  void opensWhatItSealed() {
    String text = seal.close("a", Map.of("name", "Nguyễn"));
    assertThat(seal.open(OPERATION, "a", text).text("name")).contains("Nguyễn");
    assertThat(text).doesNotContain("Nguy");
  }

  @Test
  void sealsTheSameInAnotherWayEachTime() {
    assertThat(seal.close("a", Map.of())).isNotEqualTo(seal.close("a", Map.of()));
  }

  @Test
  void aFormerKeyStillOpensAndTheNewOneSeals() {
    Seal both = Seal.of(List.of(SECOND, FIRST));
    assertThat(both.open(OPERATION, "a", seal.close("a", Map.of("n", "1"))).text("n"))
        .contains("1");
    String text = both.close("a", Map.of("n", "2"));
    assertThat(Seal.of(List.of(SECOND)).open(OPERATION, "a", text).text("n")).contains("2");
    refuses(seal, "a", text);
  }

  @Test
  void opensNothingAsAnotherKind() {
    refuses(seal, "b", seal.close("a", Map.of()));
  }

  @Test
  void refusesATextOfWhichAnyCharacterWasChanged() {
    String text = seal.close("a", Map.of("n", "1"));
    // The last character of a part has bits that mean nothing.
    for (int i = 0; i < text.length() - 1; i++) {
      if (text.charAt(i) != '.' && text.charAt(i + 1) != '.') {
        char other = text.charAt(i) == 'A' ? 'B' : 'A';
        refuses(seal, "a", text.substring(0, i) + other + text.substring(i + 1));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "....", "a.b.c.d.e", "e30.e30.e30", "không"})
  void refusesWhatIsNoSealedText(String text) {
    refuses(seal, "a", text);
  }

  @Test
  void refusesATextLongerThanAnyOfOurs() {
    int empty = seal.close("a", Map.of("n", "")).length();
    String longest = "x".repeat(((1 << 17) - empty) / 4 * 3 + 1);
    assertThat(seal.close("a", Map.of("n", longest)).length()).isEqualTo(1 << 17);
    assertThat(seal.open(OPERATION, "a", seal.close("a", Map.of("n", longest))).text("n"))
        .contains(longest);
    refuses(seal, "a", seal.close("a", Map.of("n", longest + "x")));
  }

  @Test
  void tellsWhetherTheNewestKeySealed() {
    Seal both = Seal.of(List.of(SECOND, FIRST));
    assertThat(both.isByNewest(both.close("a", Map.of()))).isTrue();
    assertThat(both.isByNewest(seal.close("a", Map.of()))).isFalse();
    assertThat(both.isByNewest("no sealed text")).isFalse();
  }

  /** Who had the key could still have nothing done that this SDK does not do itself. */
  @Test
  void opensNothingThatItWouldNotWriteItself() throws Exception {
    String id = new OctetSequenceKey.Builder(FIRST).build().computeThumbprint().toString();
    JWEHeader.Builder ours =
        new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
            .keyID(id)
            .type(new JOSEObjectType("a"));
    assertThat(seal.open(OPERATION, "a", sealed(ours.build())).names()).isEmpty();
    refuses(seal, "a", sealed(ours.compressionAlgorithm(CompressionAlgorithm.DEF).build()));
    JWEHeader otherMethod =
        new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A128CBC_HS256)
            .keyID(id)
            .type(new JOSEObjectType("a"))
            .build();
    refuses(seal, "a", sealed(otherMethod));
  }

  private static String sealed(JWEHeader header) throws JOSEException {
    JWEObject jwe = new JWEObject(header, new Payload("{}"));
    jwe.encrypt(new DirectEncrypter(FIRST));
    return jwe.serialize();
  }

  @Test
  void worksNoPasswordIntoAKey() throws Exception {
    JWEObject bomb =
        new JWEObject(
            new JWEHeader(JWEAlgorithm.PBES2_HS256_A128KW, EncryptionMethod.A256GCM),
            new Payload("{}"));
    bomb.encrypt(new PasswordBasedEncrypter("password", 16, 1000));
    refuses(seal, "a", bomb.serialize());
  }

  private static void refuses(Seal seal, String kind, String text) {
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(() -> seal.open(OPERATION, kind, text))
        .satisfies(e -> assertThat(e.check()).isEqualTo(Check.DECRYPTION))
        .withNoCause();
  }

  private static byte[] bytes(int value) {
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
