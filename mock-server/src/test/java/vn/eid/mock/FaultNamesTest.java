package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultNamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"id-token-expired", "ID_TOKEN_EXPIRED", "Id-Token_expired", " id-token-expired "})
  void aNameIsTakenInAnyCaseAndWithDashes(String name) {
    assertThat(Fault.named(name)).isEqualTo(Fault.ID_TOKEN_EXPIRED);
  }

  @Test
  void anUnknownNameIsToldTheNearestAndAllOfThemByFamily() {
    assertThatThrownBy(() -> Fault.named("id-token-expird"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no fault id-token-expird; the nearest one is id-token-expired.")
        .hasMessageContaining("\n  login: discovery-wrong-issuer, ")
        .hasMessageContaining("\n  transport: ")
        .hasMessageContaining("batch-real-tax-code");
  }

  @Test
  void whatIsNoNameIsNotQuoted() {
    assertThatThrownBy(() -> Fault.named("<script>"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("There is no fault of that name")
        .hasMessageNotContaining("script>");
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void eachFaultIsFoundByItsTitleAndHasAPlainSentence(Fault fault) {
    assertThat(Fault.named(fault.title())).isEqualTo(fault);
    assertThat(fault.sentence()).matches("[A-Z1].*\\.").doesNotContain("|");
  }

  @Test
  void theTableHasALineForEachFault() {
    assertThat(FaultTable.markdown().lines()).hasSize(Fault.values().length + 2);
    assertThat(FaultTable.markdown())
        .contains(
            "| `token-type-lower-case` | login | The token response says dpop in small letters,"
                + " as it may. | goes on |\n");
  }
}
