package vn.eid.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.fuzz.HonestProvider;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;
import vn.eid.internal.json.Json;

/** The registry's word for why a consent ended: it goes into the ledger and to the other nodes. */
class EventReaderTest {
  @Test
  void aWordIsKeptThoughThisVersionDoesNotKnowIt() {
    assertThat(cause("citizen_died")).isEqualTo("citizen_died");
    assertThat(cause("x".repeat(64))).hasSize(64);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "a\\nb", "đọc"})
  void whatIsNoWordIsAnotherCause(String text) {
    assertThat(cause(text)).isEqualTo("other");
  }

  @Test
  void whatIsTooLongForAWordIsAnotherCause() {
    assertThat(cause("x".repeat(65))).isEqualTo("other");
  }

  private static String cause(String text) {
    Operation operation = Operation.named("test");
    Fields event = Json.objectIn("{\"cause\":\"" + text + "\"}").orElseThrow();
    return new EventReader(
            operation, "issuer", "urn:vn-eid:event:consent-ended", event, event, HonestProvider.NOW)
        .cause();
  }
}
