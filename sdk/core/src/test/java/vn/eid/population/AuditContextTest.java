package vn.eid.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.eid.InvalidRequestException;

class AuditContextTest {
  private static final String FILE = "Xác nhận cư trú, hồ sơ H15.50.05.13-261008-0975";

  @Test
  void holdsTheFour() {
    AuditContext context = AuditContext.of("1.004222", "CB-0042", "H15.50.05.13").because(FILE);
    assertThat(context.procedure()).isEqualTo("1.004222");
    assertThat(context.officer()).isEqualTo("CB-0042");
    assertThat(context.unit()).isEqualTo("H15.50.05.13");
    assertThat(context.reason()).isEqualTo(FILE);
    assertThat(context.toString()).doesNotContain("0042", "hồ sơ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "099085000011",
        "123456789",
        "099.085.000.011",
        "099085-000011",
        "099_085_000_011"
      })
  void anOfficerIsNeverNamedByACitizenNumber(String number) {
    refuses("audit.officer", "staff number", () -> AuditContext.of("1.004222", number, "H15"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "..", "a b", "cán-bộ", "a/b", "a\n"})
  void aCodeIsACode(String code) {
    refuses("audit.procedure", "letters", () -> AuditContext.of(code, "CB-0042", "H15"));
    refuses("audit.officer", "letters", () -> AuditContext.of("1.004222", code, "H15"));
    refuses("audit.unit", "letters", () -> AuditContext.of("1.004222", "CB-0042", code));
  }

  @Test
  void aCodeHasUpTo64Characters() {
    assertThat(AuditContext.of("x".repeat(64), "CB-0042", "H15").because("a").procedure())
        .hasSize(64);
    refuses("audit.unit", "64", () -> AuditContext.of("1.004222", "CB-0042", "x".repeat(65)));
  }

  @Test
  void aReasonIsOneLineOf1To500CharactersWithoutACitizenNumber() {
    AuditContext.Unexplained who = AuditContext.of("1.004222", "CB-0042", "H15");
    assertThat(who.because("x".repeat(500)).reason()).hasSize(500);
    refuses("audit.reason", "1 to 500", () -> who.because("x".repeat(501)));
    refuses("audit.reason", "1 to 500", () -> who.because("  "));
    refuses("audit.reason", "one line", () -> who.because("a\nb"));
    for (String unseen :
        List.of("a\u2028b", "a\u202eb", "a\ud800", "\udc00a", "099085\u200b000011")) {
      refuses("audit.reason", "one line", () -> who.because(unseen));
    }
    assertThat(who.because("Hồ sơ \ud83d\udcc4 17").reason()).hasSize(11);
    refuses("audit.reason", "file", () -> who.because("Kiểm tra 099 085 000 011"));
  }

  private static void refuses(String field, String advice, Runnable call) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(call::run)
        .withMessageContaining(advice)
        .satisfies(e -> assertThat(e.field()).isEqualTo(field))
        .satisfies(e -> assertThat(e).hasMessageNotContainingAny("099085", "123456789"));
  }
}
