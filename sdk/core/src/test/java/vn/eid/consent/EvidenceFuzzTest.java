package vn.eid.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;
import vn.eid.UntrustedException;
import vn.eid.fuzz.Fuzzed;
import vn.eid.fuzz.HonestProvider;

/** Evidence of a consent: nothing passes but what was signed, which the good seeds are. */
class EvidenceFuzzTest {
  @FuzzTest
  void read(byte[] input) {
    var unused = accepts(input);
  }

  boolean accepts(byte[] input) {
    String keys = HonestProvider.publicKeys();
    Optional<ConsentEvidence> evidence =
        Fuzzed.read(
            UntrustedException.class,
            input,
            () -> ConsentEvidence.verify(Fuzzed.text(input), keys, keys));
    evidence.ifPresent(EvidenceFuzzTest::saysWhatWasSigned);
    return evidence.isPresent();
  }

  private static void saysWhatWasSigned(ConsentEvidence evidence) {
    assertThat(evidence.id()).isEqualTo(ConsentId.of("c1"));
    assertThat(evidence.subject()).isEqualTo("citizen");
    assertThat(evidence.controller()).isEqualTo(HonestProvider.CLIENT);
    assertThat(evidence.granted().dataSets()).containsExactly("immunizations");
    assertThat(evidence.verifiedAt()).isEqualTo(HonestProvider.NOW);
    assertThat(evidence.endCause()).isIn(Optional.empty(), Optional.of(EndCause.REVOKED_BY_US));
  }
}
