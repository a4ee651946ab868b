package vn.eid.mock.examine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
  void eachFaultThatCanBeSeenIsTriedOnceAndOthersAreNot() {
    List<String> tried = Trial.all().map(Trial::name).toList();
    assertThat(tried).doesNotHaveDuplicates();
    for (Fault fault : Fault.values()) {
      boolean outside = Expectations.of(fault).expectation() == Expectation.OUTSIDE;
      assertThat(tried.contains(fault.name())).as(fault.name()).isEqualTo(!outside);
    }
  }
}
