package vn.eid.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.PasswordBasedEncrypter;
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
    refuses(seal, "a", seal.close("a", Map.of("n", "x".repeat(200_000))));
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
