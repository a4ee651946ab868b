package vn.eid.mock.examine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.eid.mock.Fault;

class ExpectationsTest {
  @ParameterizedTest
  @EnumSource(Fault.class)
  void eachFaultHasItsExpectationAndItsReason(Fault fault) {
    Expected expected = Expectations.of(fault);
    assertThat(expected.why()).endsWith(".");
    if (expected.expectation() == Expectation.REFUSE) {
      assertThat(expected.section()).isNotBlank();
    }
  }

  @Test
  void eachThatMustBeRefusedSaysWhatToDoInASentence() {
    assertThat(Trial.all())
        .allSatisfy(
            trial -> {
              boolean refuse = trial.expected().expectation() == Expectation.REFUSE;
              assertThat(Remedies.of(trial)).matches(refuse ? "[A-Z].*\\." : "");
            });
  }

  @Test
  void theTableOfFaultsAgreesWithWhatIsExpected() {
    assertThat(Trial.all().filter(trial -> trial.fault().isPresent()))
        .allSatisfy(
            trial ->
                assertThat(trial.fault().orElseThrow().care())
                    .isIn(careful(trial.expected().expectation())));
  }

  private static Set<Fault.Care> careful(Expectation expectation) {
    return switch (expectation) {
      case REFUSE -> EnumSet.of(Fault.Care.REFUSES, Fault.Care.ENDS, Fault.Care.OUTAGE);
      case ACCEPT -> EnumSet.of(Fault.Care.GOES_ON, Fault.Care.SAYS_SO);
      case EITHER -> EnumSet.complementOf(EnumSet.of(Fault.Care.REFUSES));
      case OUTSIDE -> EnumSet.noneOf(Fault.Care.class);
    };
  }

  @Test
  void eachFaultThatCanBeSeenIsTriedOnceAndOthersAreNot() {
    List<String> tried = Trial.all().map(Trial::name).toList();
    assertThat(tried).doesNotHaveDuplicates();
    for (Fault fault : Fault.values()) {
      boolean outside = Expectations.of(fault).expectation() == Expectation.OUTSIDE;
      assertThat(tried.contains(fault.name())).as(fault.name()).isEqualTo(!outside);
    }
  }
}
