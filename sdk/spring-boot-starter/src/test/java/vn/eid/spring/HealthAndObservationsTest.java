package vn.eid.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.eid.EidClient;
import vn.eid.mock.EidMock;
import vn.eid.mock.Fault;

@ClinicTest
class HealthAndObservationsTest {
  @LocalServerPort private int port;
  @Autowired private EidMock mock;
  @Autowired private EidClient client;
  @Autowired private Clinic clinic;

  @Test
  void theHealthEndpointTellsHowTheProviderStandsAndDoesNotHammerIt() throws Exception {
    Browser monitor = new Browser(port);
    assertThat(monitor.get("/actuator/health").body())
        .contains("\"eid\":{\"status\":\"UP\"", "\"clock\":\"OK\"", "\"shared_store\":\"OK\"");
    int asked = mock.requests().size();
    for (int i = 0; i < 20; i++) {
      assertThat(monitor.get("/actuator/health").statusCode()).isEqualTo(200);
    }
    assertThat(mock.requests()).hasSize(asked);
  }

  @Test
  void aStoreOrAProviderThatDoesNotAnswerIsDown() {
    Shelf shelf = new Shelf();
    shelf.down = true;
    ProviderHealth.Look look = new ProviderHealth(client, Optional.of(shelf), Duration.ZERO).look();
    assertThat(look.up()).isFalse();
    assertThat(look.details()).containsEntry("shared_store", "does not answer");
    mock.inject(Fault.DISCOVERY_WRONG_ISSUER);
    assertThat(new ProviderHealth(client, Optional.empty(), Duration.ZERO).look().up()).isFalse();
  }

  @Test
  void eachCallIsObservedUnderFewNamesAndNothingOfAPerson() throws Exception {
    clinic.observed.clear();
    new Browser(port).get("/me");
    List<Observation.Context> calls =
        clinic.observed.stream().filter(o -> o.getName().equals("eid.client.call")).toList();
    assertThat(calls)
        .extracting(call -> call.getLowCardinalityKeyValue("operation").getValue())
        .contains("redirectLogin.start", "redirectLogin.finish");
    assertThat(calls)
        .allSatisfy(
            call ->
                assertThat(call.getLowCardinalityKeyValues())
                    .extracting(KeyValue::getKey)
                    .containsExactlyInAnyOrder("operation", "outcome", "status", "deprecated"));
    assertThat(calls.stream().map(Observation.Context::getAllKeyValues).toList().toString())
        .doesNotContain("0990", "Nguyễn", "http");
  }
}
