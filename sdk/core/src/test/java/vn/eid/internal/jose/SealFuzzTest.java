package vn.eid.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.eid.UntrustedException;
import vn.eid.fuzz.Fuzzed;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;

/** A sealed text that comes back: nothing opens but what was sealed, which the good seeds are. */
class SealFuzzTest {
  private static final Operation OPERATION = Operation.named("fuzz");
  private static final Seal SEAL = Seal.of(List.of(new byte[32], filled((byte) 1)));

  @FuzzTest
  void read(byte[] input) {
    var unused = accepts(input);
  }

  boolean accepts(byte[] input) {
    String text = Fuzzed.text(input);
    Optional<Fields> content =
        Fuzzed.read(
            UntrustedException.class, input, () -> SEAL.open(OPERATION, "vn-eid-fuzz-1", text));
    content.ifPresent(read -> assertThat(read.json()).isEqualTo("{\"citizen\":\"099085000011\"}"));
    var unused = SEAL.isByNewest(text);
    return content.isPresent();
  }

  private static byte[] filled(byte with) {
    byte[] key = new byte[32];
    Arrays.fill(key, with);
    return key;
  }
}
