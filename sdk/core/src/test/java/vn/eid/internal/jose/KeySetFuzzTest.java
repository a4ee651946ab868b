package vn.eid.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.nimbusds.jose.jwk.JWK;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.eid.UntrustedException;
import vn.eid.fuzz.Fuzzed;
import vn.eid.fuzz.HonestProvider;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Json;

/** A key set: what is kept of it can verify, and holds nothing that is private. */
class KeySetFuzzTest {
  private static final Operation OPERATION = Operation.named("fuzz");
  private static final Set<String> PRIVATE = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

  @FuzzTest
  void read(byte[] input) {
    var unused = accepts(input);
  }

  boolean accepts(byte[] input) {
    Optional<List<Map<String, Object>>> keys =
        Fuzzed.read(UntrustedException.class, input, () -> published(input));
    keys.ifPresent(
        all ->
            assertThat(all)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(key).doesNotContainKeys(names())));
    return keys.isPresent();
  }

  private static List<Map<String, Object>> published(byte[] input) {
    List<JWK> keys = PublicKeys.of(OPERATION, Json.object(OPERATION, "The key set", input));
    assertThat(keys).allMatch(key -> !key.isPrivate());
    assertThat(PublishedKey.of(OPERATION, Json.object(OPERATION, "The key set", input)))
        .hasSameSizeAs(keys);
    return new KeySet(HonestProvider.CLOCK, Crypto.JDK, unused -> keys).published(OPERATION);
  }

  private static String[] names() {
    return PRIVATE.toArray(String[]::new);
  }
}
