package vn.eid.mock;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Good population checks, of which a test changes one thing. */
abstract class PopulationTest extends RecipientTest {
  static final String NO_MATCH = "no_match_or_not_found";

  static Map<String, Object> audit() {
    Map<String, Object> audit = new LinkedHashMap<>();
    audit.put("procedure", "1.004222");
    audit.put("officer", "cb-0147");
    audit.put("unit", "UBND.79.26734");
    audit.put("reason", "Xác nhận cư trú");
    return audit;
  }

  static Map<String, Object> person(String number, String name, String birthDate) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("request_id", "A_random-request-id-01");
    body.put("citizen_id", number);
    body.put("full_name", name);
    body.put("birth_date", birthDate);
    body.put("statements", List.of());
    body.put("audit", audit());
    return body;
  }

  static Map<String, Object> ordinary(Map<?, ?>... statements) {
    return with(person(ORDINARY, "Nguyễn Văn An", "1985-03-12"), statements);
  }

  static Map<String, Object> with(Map<String, Object> body, Map<?, ?>... statements) {
    body.put("statements", List.of(statements));
    return body;
  }

  static Map<String, Object> aged(Object years) {
    return Map.of("type", "age_at_least", "years", years);
  }

  static Map<String, Object> alive() {
    return Map.of("type", "alive");
  }

  static Map<String, Object> residesIn(String province) {
    return Map.of("type", "resides_in", "province", province, "list", "2025-07-01");
  }

  static Map<String, Object> headsHousehold() {
    return Map.of("type", "heads_household");
  }

  String answer(Map<String, Object> body) {
    return recipient.check(body).isOk().text("answer");
  }
}
