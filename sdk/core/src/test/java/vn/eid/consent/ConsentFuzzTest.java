package vn.eid.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import vn.eid.UntrustedException;
import vn.eid.fuzz.Fuzzed;
import vn.eid.fuzz.HonestProvider;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Json;

/**
 * The registry's answer about a consent. A receipt that stands in the input as an object is signed
 * by the registry; what passes grants no more than was asked.
 */
class ConsentFuzzTest {
  private static final HonestProvider PROVIDER = new HonestProvider();
  private static final ConsentId ID = ConsentId.of("c1");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @FuzzTest
  void read(byte[] input) {
    var unused = accepts(input);
  }

  boolean accepts(byte[] input) {
    Optional<Consent> consent =
        Fuzzed.read(UntrustedException.class, input, () -> consent(signed(input)));
    consent.ifPresent(read -> Fuzzed.namesNoNumberOf(input, read.toString()));
    consent.filter(Consent.Active.class::isInstance).ifPresent(ConsentFuzzTest::grantsNoMore);
    return consent.isPresent();
  }

  private static Consent consent(byte[] answer) {
    Operation operation = Operation.named("fuzz");
    Connection connection = PROVIDER.connection();
    ConsentMemory memory = new ConsentMemory(HonestProvider.CLOCK, connection.knownConsents());
    return new ConsentAnswer(operation, connection, memory)
        .of(Json.object(operation, "The registry's answer", answer), ID);
  }

  private static void grantsNoMore(Consent consent) {
    Consent.Active active = (Consent.Active) consent;
    assertThat(active.id()).isEqualTo(ID);
    assertThat(active.asked().dataSets()).isNotEmpty().containsAll(active.dataSets());
    assertThat(active.terms().validity()).isLessThanOrEqualTo(active.asked().validity());
    assertThat(active.purpose()).isEqualTo(active.asked().purpose());
    assertThat(active.expiresAt()).isAfter(HonestProvider.NOW.minusSeconds(31));
    active
        .asked()
        .uses()
        .ifPresent(most -> assertThat(active.uses().orElseThrow()).isBetween(1, most));
  }

  private static byte[] signed(byte[] input) {
    try {
      JsonNode answer = MAPPER.readTree(input);
      if (answer instanceof ObjectNode object) {
        sign(object, "receipt", "consent-receipt+jwt");
        sign(object, "end_receipt", "consent-end+jwt");
        return MAPPER.writeValueAsBytes(object);
      }
    } catch (IOException e) {
      // As it stands, then.
    }
    return input;
  }

  private static void sign(ObjectNode answer, String member, String type) {
    if (answer.path(member).isObject()) {
      answer.put(member, HonestProvider.signed(type, answer.get(member).toString()));
    }
  }
}
