package vn.eid.population;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;
import vn.eid.UntrustedException;
import vn.eid.fuzz.Fuzzed;
import vn.eid.fuzz.HonestProvider;

/** The receipt of a population check: the claims of the input, signed by the registry. */
class CheckReceiptFuzzTest {
  @FuzzTest
  void read(byte[] input) {
    var unused = accepts(input);
  }

  boolean accepts(byte[] input) {
    String jws = HonestProvider.signed("vn-population-check+jwt", Fuzzed.text(input));
    Optional<CheckReceipt> receipt =
        Fuzzed.read(
            UntrustedException.class,
            input,
            () -> CheckReceipt.verify(jws, HonestProvider.publicKeys()));
    receipt.ifPresent(
        read -> {
          assertThat(read.toJws()).isEqualTo(jws);
          assertThat(read.audit().reason()).isNotBlank();
          assertThat(read.toString())
              .isEqualTo("CheckReceipt[answeredAt=" + read.answeredAt() + "]");
        });
    return receipt.isPresent();
  }
}
