package vn.eid.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import vn.eid.UntrustedException;
import vn.eid.fuzz.Fuzzed;
import vn.eid.fuzz.HonestProvider;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;
import vn.eid.internal.json.Json;

/**
 * A compact JWS: nothing passes but what its key once signed, which the good seeds are. An input
 * that begins with a brace is a header, and on the next lines a payload, which it signs as well.
 */
class SignedDocumentFuzzTest {
  private static final Operation OPERATION = Operation.named("fuzz");
  private static final String CLAIMS = "{\"sub\":\"someone\",\"citizen_id\":\"099085000011\"}";
  private static final KeySet KEYS =
      GivenKeys.of(OPERATION, "keys", HonestProvider.publicKeys()).keys();

  @FuzzTest
  void read(byte[] input) {
    var unused = accepts(input);
  }

  boolean accepts(byte[] input) {
    String text = Fuzzed.text(input);
    return text.startsWith("{")
        ? acceptsUnder(input, text.split("\n", 2))
        : acceptsAsIs(input, text);
  }

  private static boolean acceptsAsIs(byte[] input, String compact) {
    Optional<Fields> claims = opened(input, compact);
    claims.ifPresent(read -> assertThat(read.json()).isEqualTo(CLAIMS));
    return claims.isPresent();
  }

  private static boolean acceptsUnder(byte[] input, String[] lines) {
    String payload = lines.length < 2 ? "" : lines[1];
    Optional<Fields> claims = opened(input, HonestProvider.signedUnder(lines[0], payload));
    claims.ifPresent(
        read -> {
          assertThat(read.sameAs(object(payload))).isTrue();
          Fields header = object(lines[0]);
          assertThat(header.text("alg")).contains("ES256");
          assertThat(header.text("typ")).contains("fuzz+jwt");
          assertThat(header.has("crit")).isFalse();
        });
    return claims.isPresent();
  }

  private static Optional<Fields> opened(byte[] input, String compact) {
    return Fuzzed.read(
        UntrustedException.class,
        input,
        () ->
            new SignedDocument(OPERATION, "The document", compact).open(KEYS, Set.of("fuzz+jwt")));
  }

  private static Fields object(String json) {
    return Json.object(OPERATION, "The text", json.getBytes(StandardCharsets.UTF_8));
  }
}
