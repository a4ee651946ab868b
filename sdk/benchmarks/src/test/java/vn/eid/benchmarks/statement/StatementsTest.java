package vn.eid.benchmarks.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.eid.benchmarks.By;
import vn.eid.webhook.WebhookEvent;

class StatementsTest {
  @ParameterizedTest
  @EnumSource
  void whatIsMeasuredAreFreshEventsOfKnownKind(By by) throws Exception {
    Registry registry = Registry.fresh();
    Reader.Reading reading = Reader.OURS.of(registry, by);
    byte[] event = event(registry);
    assertThat(reading.read(event)).isInstanceOf(WebhookEvent.TaxStatusChanged.class);
    assertThat(reading.read(event(registry))).isInstanceOf(WebhookEvent.TaxStatusChanged.class);
    assertThat(reading.read(event)).isInstanceOf(WebhookEvent.Repeated.class);
  }

  @ParameterizedTest
  @EnumSource
  void eachReaderRefusesAnEventOfAnotherRegistry(Reader reader) throws Exception {
    Reader.Reading reading = reader.of(Registry.fresh(), By.CONSCRYPT);
    byte[] foreign = event(Registry.fresh());
    assertThat(catchThrowable(() -> reading.read(foreign))).isNotNull();
  }

  @ParameterizedTest
  @EnumSource
  void aPopulationCheckIsAnsweredWithAReceiptThatFits(By by) throws Exception {
    Asker.Asking ours = Asker.OURS.of(Registry.fresh(), by);
    assertThat(ours.ask()).isNotNull();
    assertThat(ours.ask()).isNotNull();
    JsonNode read = (JsonNode) Asker.LIMIT.of(Registry.fresh(), by).ask();
    assertThat(read.path("answer").textValue()).isEqualTo("matched");
  }

  private static byte[] event(Registry registry) throws Exception {
    return registry.event().getBytes(StandardCharsets.US_ASCII);
  }
}
