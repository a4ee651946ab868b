package vn.eid.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Operation;

class JsonTest {

  @ParameterizedTest
  @ValueSource(strings = {"1.50", "0.000", "100.0", "37.2", "-0.10", "12345678901234567890.123"})
  void keepsADecimalAsItWasWrittenBecausePrecisionMatters(String number) {
    assertThat(object("{\"value\":" + number + "}").json()).isEqualTo("{\"value\":" + number + "}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E99999999999", "85000011123e-99999999999", "1e-2147483649"})
  void refusesNumbersBeyondAllSenseWithoutRepeatingThem(String number) {
    refuses("{\"value\":" + number + "}", number);
  }

  @Test
  void refusesAShortTextThatWouldBecomeAHugeTree() {
    refuses("{\"entry\":[" + "{},".repeat(1_100_000) + "{}]}", "{},");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":\"mật\"} x",
        "{\"a\":\"mật\"}{}",
        "{\"a\":\"mật\"",
        "{\"a\":[\"mật\"",
        "[{\"a\":\"mật\"}]",
        "{\"a\":\"mật\",\"a\":1}",
        "\"mật\"",
        "null",
        ""
      })
  void refusesWhatIsNoSingleWholeObject(String json) {
    refuses(json, "mật");
  }

  @Test
  void keepsEveryKindOfValue() {
    String json =
        "{\"a\":[1,9000000000,123456789012345678901,1.0,true,false,null,\"\",{}],\"b\":[]}";
    assertThat(object(json).json()).isEqualTo(json);
  }

  @Test
  void refusesInvalidUtf8() {
    byte[] json = "{\"value\":\"?\"}".getBytes(StandardCharsets.UTF_8);
    json[10] = (byte) 0xC3;
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(() -> Json.object(Operation.named("test"), "The document", json));
  }

  /** Jackson fills up short names with this byte to find those that it met before. */
  @Test
  void refusesANameThatIsNoTextThoughItsRestWasMetBefore() {
    byte[] json = "{\"?sub\":1}".getBytes(StandardCharsets.UTF_8);
    json[2] = (byte) 0xFF;
    assertThat(object("{\"sub\":1}").requiredInteger("sub")).isEqualTo(1);
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(() -> Json.object(Operation.named("test"), "The document", json));
  }

  @Test
  void writesPlainValuesAndReadsThemBack() {
    String json =
        "{\"a\":[1,-2,12345678901,12345678901234567890],\"b\":{\"c\":true,\"d\":null},\"e\":1.50}";
    assertThat(Json.text(object(json).members())).isEqualTo(json);
    assertThat(Json.bytes(object(json).members())).asString().isEqualTo(json);
  }

  @Test
  void bindsNoClassBecauseANativeImageWouldNotKnowIt() {
    record Ward(String name) {}
    for (Object value : List.of(new Ward("Khoa"), Check.FORMAT, Instant.EPOCH, URI.create("a:b"))) {
      assertThatIllegalStateException().isThrownBy(() -> Json.text(Map.of("value", value)));
    }
  }

  private static void refuses(String json, String secret) {
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(() -> object(json))
        .withMessageNotContaining(secret)
        .withNoCause()
        .satisfies(e -> assertThat(e.check()).isEqualTo(Check.FORMAT));
  }

  private static Fields object(String json) {
    return Json.object(
        Operation.named("test"), "The document", json.getBytes(StandardCharsets.UTF_8));
  }
}
