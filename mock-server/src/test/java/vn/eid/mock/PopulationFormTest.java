package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PopulationFormTest extends PopulationTest {

  @ParameterizedTest
  @CsvSource({
    "request_id, too-short, 22 to 64",
    "request_id, 'with a space, which is none', 22 to 64",
    "citizen_id, 09908500001, must be 12 digits",
    "birth_date, 12/03/1985, must be a date",
    "full_name, ' ', not blank",
    "statements, alive, must be a list",
    "audit, me, must be a JSON object"
  })
  void aWrongMemberIsRefusedByName(String member, String value, String reason) {
    Map<String, Object> body = ordinary();
    body.put(member, value);
    recipient.check(body).isProblemWith(member, "invalid_request", reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"request_id", "citizen_id", "full_name", "birth_date", "statements"})
  void aMissingMemberIsRefusedByName(String member) {
    Map<String, Object> body = ordinary();
    body.remove(member);
    recipient.check(body).isProblemWith(member, "invalid_request", "is missing");
  }

  @Test
  void aRequestIdHas22To64Characters() {
    for (int length : new int[] {21, 22, 64, 65}) {
      Map<String, Object> body = ordinary();
      body.put("request_id", "a".repeat(length));
      assertThat(recipient.check(body).status())
          .as("%d", length)
          .isEqualTo(length < 22 || length > 64 ? 400 : 200);
    }
  }

  @Test
  void aMemberThatIsNotKnownIsRefused() {
    Map<String, Object> body = ordinary();
    body.put("photo", true);
    recipient.check(body).isProblemWith("photo", "invalid_request", "is not known here");
    Map<String, Object> asked = ordinary();
    Map<String, Object> audit = audit();
    audit.put("boss", "cb-0001");
    asked.put("audit", audit);
    recipient.check(asked).isProblemWith("audit.boss", "invalid_request", "is not known here");
  }

  @Test
  void aNumberThatCouldBeARealPersonsIsRefused() {
    recipient
        .check(person("001" + "399000011", "Nguyễn Văn An", "1985-03-12"))
        .isProblemWith("citizen_id", "not_synthetic", "begins with 099");
  }

  static Stream<Arguments> wrongStatements() {
    return Stream.of(
        wrong("type", "must be age_at_least", Map.of("type", "is_rich")),
        wrong("type", "is missing", Map.of("years", 18)),
        wrong("years", "is missing", Map.of("type", "age_at_least")),
        wrong("years", "from 0 to 150", aged(-1)),
        wrong("years", "from 0 to 150", aged(151)),
        wrong("years", "from 0 to 150", aged(17.5)),
        wrong("years", "from 0 to 150", aged("18")),
        wrong("years", "is not known here", Map.of("type", "alive", "years", 1)),
        wrong("province", "is not known here", Map.of("type", "heads_household", "province", "01")),
        wrong("province", "is missing", Map.of("type", "resides_in", "list", "2025-07-01")),
        wrong("province", "none of the 34", residesIn("02")),
        wrong("province", "none of the 34", residesIn("1")),
        wrong("list", "is missing", Map.of("type", "resides_in", "province", "01")),
        wrong(
            "list",
            "must be 2025-07-01",
            Map.of("type", "resides_in", "province", "01", "list", "2008-08-01")));
  }

  private static Arguments wrong(String member, String reason, Map<String, Object> statement) {
    return Arguments.of(member, reason, statement);
  }

  @ParameterizedTest
  @MethodSource("wrongStatements")
  void aWrongStatementIsRefusedByItsPlace(
      String member, String reason, Map<String, Object> statement) {
    recipient
        .check(ordinary(headsHousehold(), statement))
        .isProblemWith("statements[1]." + member, "invalid_request", reason);
  }

  @Test
  void aTypeThatIsGivenTwiceIsRefused() {
    recipient
        .check(ordinary(aged(18), alive(), aged(60)))
        .isProblemWith("statements[2].type", "invalid_request", "is given twice");
  }

  @Test
  void moreThanEightStatementsAreRefused() {
    Map<String, Object> body = ordinary();
    body.put("statements", Collections.nCopies(9, alive()));
    recipient.check(body).isProblemWith("statements", "invalid_request", "more than 8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"procedure", "officer", "unit", "reason"})
  void whoAsksAndWhyMustBeSaidInFull(String member) {
    Map<String, Object> body = ordinary();
    Map<String, Object> audit = audit();
    audit.remove(member);
    body.put("audit", audit);
    recipient.check(body).isProblemWith("audit." + member, "audit_incomplete", "is missing");
  }

  @Test
  void nobodyAsksWithoutSayingWho() {
    Map<String, Object> body = ordinary();
    body.remove("audit");
    recipient.check(body).isProblemWith("audit.procedure", "audit_incomplete", "is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "procedure, 'two words', must be 1 to 64",
    "unit, a/b, must be 1 to 64",
    "officer, Nguyễn, must be 1 to 64",
    "officer, 012345678, must be a staff number",
    "officer, 099085000011, must be a staff number",
    "reason, ' ', not blank"
  })
  void whoAsksIsNamedByCodes(String member, String value, String reason) {
    Map<String, Object> body = ordinary();
    Map<String, Object> audit = audit();
    audit.put(member, value);
    body.put("audit", audit);
    recipient.check(body).isProblemWith("audit." + member, "invalid_request", reason);
  }

  @Test
  void aReasonIsOneLineOfAtMost500Characters() {
    for (String bad : List.of("a\nb", "a\u0000b", "a\u0085b", "a".repeat(501))) {
      Map<String, Object> body = ordinary();
      Map<String, Object> audit = audit();
      audit.put("reason", bad);
      body.put("audit", audit);
      recipient.check(body).isProblemWith("audit.reason", "invalid_request", "audit.reason");
    }
    Map<String, Object> body = ordinary();
    Map<String, Object> audit = audit();
    audit.put("reason", "ệ".repeat(500));
    body.put("audit", audit);
    recipient.check(body).isOk();
  }

  @Test
  void aRefusalNamesNoPerson() {
    for (Map<String, Object> statement : List.of(aged(151), residesIn("099085000011"))) {
      recipient.check(ordinary(statement));
    }
    assertThat(String.join("\n", mock.refusals()))
        .isNotEmpty()
        .doesNotContain(ORDINARY)
        .doesNotContain("Nguyễn");
  }
}
