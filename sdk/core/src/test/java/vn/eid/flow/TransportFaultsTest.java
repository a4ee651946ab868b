package vn.eid.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.eid.Application;
import vn.eid.EidClient;
import vn.eid.EidException;
import vn.eid.MockedApplicationTest;
import vn.eid.UnavailableException;
import vn.eid.UntrustedException;
import vn.eid.login.Claim;
import vn.eid.login.LoginOutcome;
import vn.eid.login.LoginRequest;
import vn.eid.mock.Fault;
import vn.eid.mock.Injection;
import vn.eid.records.HealthData;
import vn.eid.records.PullRequest;

/** Each fault of transport at each endpoint: an exception that says who must act, and no other. */
class TransportFaultsTest extends MockedApplicationTest {
  private static final Set<String> OF_A_LOGIN =
      Set.of("/.well-known/openid-configuration", "/jwks", "/par", "/token");
  private static final List<String> PATHS =
      List.of(
          "/.well-known/openid-configuration",
          "/jwks",
          "/par",
          "/token",
          "/registry/jwks",
          "/consent/v1/consents",
          "/consent/v1/consents/{id}",
          "/fhir/v1/Immunization");
  private static final Set<Fault> SLOW = Set.of(Fault.TRANSPORT_DELAY, Fault.TRANSPORT_SLOW_DRIP);
  private static final String AN = "099085000011";

  static Stream<Arguments> everywhere() {
    return Arrays.stream(Fault.values())
        .filter(fault -> fault.name().startsWith("TRANSPORT_") && !SLOW.contains(fault))
        .flatMap(fault -> PATHS.stream().map(path -> Arguments.of(fault, path)));
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void isRefusedOrCalledAnOutage(Fault fault, String path) {
    mock.inject(Injection.of(fault).at(path));
    Throwable thrown = catchThrowable(() -> use(path));
    assertThat(thrown).isInstanceOf(EidException.class).hasMessageNotContaining(AN);
    if (fault.care() == Fault.Care.REFUSES || fault.care() == Fault.Care.MAY_REFUSE) {
      assertThat(thrown).isInstanceOf(UntrustedException.class);
    }
    if (fault.care() == Fault.Care.OUTAGE) {
      assertThat(thrown).isInstanceOf(UnavailableException.class);
    }
    assertThat(mock.firings(fault)).isPositive();
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void aGrantIsSentOnce(Fault fault, String path) {
    if (!path.equals("/token") && !path.equals("/par")) {
      return;
    }
    mock.inject(Injection.of(fault).at(path));
    assertThat(catchThrowable(app::logIn)).isInstanceOf(EidException.class);
    assertThat(mock.requests().stream().filter(request -> request.path().equals(path))).hasSize(1);
  }

  @Test
  void whatTakesTooLongIsAnOutage() {
    for (Fault slow : SLOW) {
      try (EidClient impatient = Application.builder(mock).timeout(Duration.ofMillis(500)).build();
          Application quick = Application.of(impatient)) {
        mock.inject(Injection.of(slow).at("/par").lasting(Duration.ofSeconds(3)));
        assertThat(catchThrowable(quick::logIn)).isInstanceOf(UnavailableException.class);
      }
    }
  }

  @Test
  void whatIsReadOnlyIsReadAgain() {
    mock.inject(Injection.of(Fault.TRANSPORT_RESET).at("/jwks").once());
    mock.inject(
        Injection.of(Fault.TRANSPORT_HTTP_ERROR_503)
            .at("/.well-known/openid-configuration")
            .times(2));
    assertThat(app.logIn()).isInstanceOf(LoginOutcome.Approved.class);
  }

  private void use(String path) {
    if (OF_A_LOGIN.contains(path)) {
      app.logIn(LoginRequest.returningTo(Application.CALLBACK).asking(Claim.values()));
    } else {
      var consent = app.consent(AN, HealthData.IMMUNIZATIONS);
      app.client()
          .records()
          .pull(PullRequest.under(consent, Application.TREATMENT, HealthData.IMMUNIZATIONS))
          .toList();
    }
  }
}
