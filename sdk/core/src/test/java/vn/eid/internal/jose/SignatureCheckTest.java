package vn.eid.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SignatureSpi;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What is looked at before the platform is asked, which may be one that takes anything. */
class SignatureCheckTest {
  private static final byte[] MESSAGE = new byte[10];

  @Test
  void numbersThatNoSignatureHasAreRefusedThoughThePlatformWouldTakeThem() throws Exception {
    SignatureCheck check = SignatureCheck.of(JWK.parse(Keys.freshJwk()), KeyKind.EC, credulous());
    byte[] ones = filled(64, 1);
    assertThat(check.holds(MESSAGE, ones)).isTrue();
    // CVE-2022-21449: zero and zero fit every message and key where nobody looks.
    assertThat(check.holds(MESSAGE, new byte[64])).isFalse();
    assertThat(check.holds(MESSAGE, Arrays.copyOf(Arrays.copyOf(ones, 32), 64))).isFalse();
    assertThat(check.holds(MESSAGE, filled(64, 0xFF))).isFalse();
    assertThat(check.holds(MESSAGE, filled(62, 1))).isFalse();
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private static Crypto credulous() {
    Provider provider = new Provider("credulous", "1", "Takes every signature.") {};
    provider.put("Signature.SHA256withECDSA", Credulous.class.getName());
    provider.put("KeyFactory.EC", "missing.KeyFactory");
    return Crypto.by(provider).orElseThrow();
  }

  /** An implementation that finds every signature good. */
  public static final class Credulous extends SignatureSpi {
    @Override
    protected void engineInitVerify(PublicKey key) {}

    @Override
    protected void engineInitSign(PrivateKey key) {}

    @Override
    protected void engineUpdate(byte b) {}

    @Override
    protected void engineUpdate(byte[] bytes, int from, int length) {}

    @Override
    protected byte[] engineSign() {
      throw new UnsupportedOperationException();
    }

    @Override
    protected boolean engineVerify(byte[] signature) {
      return true;
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {}

    @Override
    @Deprecated
    protected Object engineGetParameter(String name) {
      throw new UnsupportedOperationException();
    }
  }
}
