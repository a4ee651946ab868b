package vn.eid.mock.endpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.eid.mock.state.Members;

/** Reads who asks the population register, and why: all of it, or nobody is answered. */
final class AuditForm {
  private static final String OBJECT = "audit";
  private static final String REASON = "reason";
  private static final List<String> NAMES = List.of("procedure", "officer", "unit", REASON);

  private AuditForm() {}

  /** The members as they were sent. */
  static Map<String, Object> read(Members body) {
    Optional<Members> audit = body.optionalObject(OBJECT);
    audit.ifPresent(object -> object.only(NAMES.toArray(String[]::new)));
    Map<String, Object> read = new LinkedHashMap<>();
    for (String name : NAMES) {
      String text =
          audit.flatMap(object -> object.optionalText(name)).orElseThrow(() -> lacks(name));
      read.put(name, text);
    }
    audit.ifPresent(AuditForm::check);
    return read;
  }

  private static void check(Members audit) {
    ConsentForm.code(audit, "procedure");
    ConsentForm.code(audit, "unit");
    if (ConsentForm.code(audit, "officer").matches("[0-9]{9}|[0-9]{12}")) {
      throw audit.refuse(
          "officer", "must be a staff number, never a citizen's or an identity card's");
    }
    if (audit.text(REASON).codePoints().anyMatch(Character::isISOControl)) {
      throw audit.refuse(REASON, "must not hold control characters");
    }
  }

  private static Refusal lacks(String name) {
    return Refusal.badRequest(
            "audit_incomplete",
            "audit." + name + " is missing; say who asks for which procedure, and why.")
        .member("field", OBJECT + "." + name);
  }
}
