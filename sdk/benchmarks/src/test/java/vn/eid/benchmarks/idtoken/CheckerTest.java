package vn.eid.benchmarks.idtoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.eid.benchmarks.By;

/** Nobody wins by not checking. */
class CheckerTest {
  private static final Map<TokenForm, Issuer> ISSUERS = new ConcurrentHashMap<>();

  static Stream<Arguments> contenders() {
    return Arrays.stream(TokenForm.values())
        .flatMap(form -> Arrays.stream(By.values()).flatMap(by -> contenders(form, by)));
  }

  private static Stream<Arguments> contenders(TokenForm form, By by) {
    return Checker.among(form, by).stream().map(checker -> Arguments.of(form, by, checker));
  }

  @ParameterizedTest
  @MethodSource("contenders")
  void acceptsTheTokenOfThisLogin(TokenForm form, By by, Checker checker) throws Exception {
    IdTokenCheck check = checker.of(issuer(form), by);
    assertThat(check.verify(issuer(form).token())).isNotNull();
    assertThat(check.verify(issuer(form).token())).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("contenders")
  void refusesAChangedSignature(TokenForm form, By by, Checker checker) throws Exception {
    IdTokenCheck check = checker.of(issuer(form), by);
    assertThat(catchThrowable(() -> check.verify(issuer(form).forged()))).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("contenders")
  void refusesATokenForSomebodyElse(TokenForm form, By by, Checker checker) throws Exception {
    IdTokenCheck check = checker.of(issuer(form), by);
    assertThat(catchThrowable(() -> check.verify(issuer(form).token("bank", Issuer.NONCE))))
        .isNotNull();
  }

  @ParameterizedTest
  @MethodSource("contenders")
  void refusesATokenOfAnotherLogin(TokenForm form, By by, Checker checker) throws Exception {
    IdTokenCheck check = checker.of(issuer(form), by);
    assertThat(catchThrowable(() -> check.verify(issuer(form).token(Issuer.CLIENT, "another"))))
        .isNotNull();
  }

  private static Issuer issuer(TokenForm form) {
    return ISSUERS.computeIfAbsent(form, CheckerTest::made);
  }

  private static Issuer made(TokenForm form) {
    try {
      return Issuer.of(form);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
