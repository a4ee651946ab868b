package vn.eid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8080",
        "http://127.0.0.1",
        "http://[::1]:1",
        "https://sandbox.example"
      })
  void allowsPlainHttpForASandboxOnThisMachineOnly(String issuer) {
    assertThat(Environment.sandbox(URI.create(issuer)).isSandbox()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://sandbox.example",
        "http://localhost.example",
        "ftp://localhost",
        "https://user@sandbox.example",
        "https://sandbox.example?a=b",
        "https://sandbox.example#x",
        "https:/nohost",
        "sandbox.example"
      })
  void refusesAnyOtherIssuerOfASandbox(String issuer) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> Environment.sandbox(URI.create(issuer)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:8080", "http://eid.example"})
  void refusesPlainHttpForProductionEvenOnThisMachine(String issuer) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> Environment.production(URI.create(issuer)))
        .withMessageContaining("https");
  }

  @Test
  void keepsTheIssuerCharacterByCharacter() {
    URI issuer = URI.create("https://eid.example/realms/vn/");
    assertThat(Environment.production(issuer).issuer()).isEqualTo(issuer);
  }
}
