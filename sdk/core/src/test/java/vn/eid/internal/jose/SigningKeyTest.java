package vn.eid.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SigningKeyTest {
  @Test
  void itsKindIsToldWithItsSize() {
    assertThat(Keys.signing(Keys.freshJwk()).kind()).isEqualTo("EC, P-256");
    assertThat(Keys.signing(Keys.rsa().toJSONString()).kind()).isEqualTo("RSA, 2048 bits");
  }
}
