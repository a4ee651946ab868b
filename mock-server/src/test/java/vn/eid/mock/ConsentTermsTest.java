package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.eid.mock.Recipient.terms;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsentTermsTest extends RecipientTest {
  private static final String NOTICE = "Dữ liệu của bạn chỉ dùng để khám bệnh.";

  private static Map<String, Object> everything() {
    Map<String, Object> terms = terms(ORDINARY, "identity", "residence");
    terms.put("period", Map.of("from", "2020-01-01", "to", "2026-11-22"));
    terms.put("uses", 2);
    terms.put(
        "recipients",
        List.of(Map.of("code", "LAB", "name", Map.of("vi", "Xét nghiệm", "en", "Laboratory"))));
    terms.put("cross_border", true);
    terms.put("retention", 31_536_000);
    terms.put("notice", Map.of("version", "2026.1", "text", Map.of("vi", NOTICE, "en", "Hello")));
    return terms;
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash);
  }

  @Test
  void theViewRepeatsWhatWasAskedFor() throws NoSuchAlgorithmException {
    JsonNode asked = recipient.request(everything()).isOk().json().path("asked");
    assertThat(asked.at("/purpose/code").asText()).isEqualTo("TREATMENT");
    assertThat(asked.at("/purpose/text/vi").asText()).isEqualTo("Khám bệnh");
    assertThat(asked.path("data_sets"))
        .extracting(JsonNode::asText)
        .containsExactly("identity", "residence");
    assertThat(asked.path("valid_for").asLong()).isEqualTo(86_400);
    assertThat(asked.at("/period/from").asText()).isEqualTo("2020-01-01");
    assertThat(asked.path("uses").asInt()).isEqualTo(2);
    assertThat(asked.path("recipients")).extracting(JsonNode::asText).containsExactly("LAB");
    assertThat(asked.path("cross_border").asBoolean()).isTrue();
    assertThat(asked.path("retention").asLong()).isEqualTo(31_536_000);
    assertThat(asked.at("/notice/version").asText()).isEqualTo("2026.1");
    assertThat(asked.at("/notice/sha256/vi").asText()).isEqualTo(sha256(NOTICE));
    assertThat(asked.at("/notice/sha256/en").asText()).isEqualTo(sha256("Hello"));
  }

  @Test
  void whatIsNotAskedForIsLeftOutOrSaidToBeNone() {
    JsonNode asked = recipient.request(terms(ORDINARY, "identity")).json().path("asked");
    assertThat(asked.has("period")).isFalse();
    assertThat(asked.has("uses")).isFalse();
    assertThat(asked.has("retention")).isFalse();
    assertThat(asked.path("recipients").isArray()).isTrue();
    assertThat(asked.path("recipients")).isEmpty();
    assertThat(asked.path("cross_border").asBoolean(true)).isFalse();
    assertThat(asked.at("/notice/version").asText()).isEqualTo("1");
  }

  @Test
  void everyViewAndTheReceiptSayTheSame() {
    Answer request = recipient.request(everything());
    String id = request.text("consent_id");
    JsonNode active = recipient.read(id).json();
    JsonNode receipt = new Jwt(active.path("receipt").asText()).claims();
    assertThat(active.path("asked")).isEqualTo(request.json().path("asked"));
    assertThat(receipt.path("asked")).isEqualTo(request.json().path("asked"));
    JsonNode ended = recipient.revoke(id).json();
    assertThat(ended.path("asked")).isEqualTo(request.json().path("asked"));
    assertThat(ended.path("receipt")).isEqualTo(active.path("receipt"));
    for (String granted :
        List.of(
            "purpose", "data_sets", "period", "uses", "recipients", "cross_border", "retention")) {
      assertThat(receipt.path(granted)).as(granted).isEqualTo(active.path("asked").path(granted));
    }
    assertThat(receipt.path("notice")).isEqualTo(active.path("asked").path("notice"));
  }

  @Test
  void everyViewNamesTheCitizenAsTheIdTokenDoes() {
    Answer tokens = recipient.client.token(recipient.client.codeForm(recipient.client.code()));
    String subject = new Jwt(tokens.isOk().text("id_token")).claims().path("sub").asText();
    Answer request = recipient.request(everything());
    assertThat(request.text("subject")).isEqualTo(subject);
    assertThat(recipient.read(request.text("consent_id")).text("subject")).isEqualTo(subject);
  }

  @Test
  void theViewCountsTheUsesThatAreLeft() {
    String id = recipient.granted(everything());
    recipient.get("/citizen-data/v1/identity", recipient.token(id, "identity")).isOk();
    JsonNode left = recipient.read(id).json().path("uses_left");
    assertThat(left.path("identity").asInt()).isEqualTo(1);
    assertThat(left.path("residence").asInt()).isEqualTo(2);
    String unlimited = recipient.granted(terms(ORDINARY, "identity"));
    assertThat(recipient.read(unlimited).json().has("uses_left")).isFalse();
  }
}
