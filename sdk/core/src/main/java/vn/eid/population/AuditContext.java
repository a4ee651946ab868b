package vn.eid.population;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.eid.InvalidRequestException;
import vn.eid.internal.CitizenNumbers;
import vn.eid.internal.PlainWord;
import vn.eid.internal.json.Fields;

/**
 * On whose behalf the register is asked, and why: it answers nobody who leaves one of the four out
 * (ASSUMED), keeps them, and signs them into the receipt. There is no other way to make one than
 * with all four:
 *
 * <pre>{@code AuditContext.of("1.004222", "CB-0042", "H15.50").because("Hồ sơ H15.50-261008-0975")}
 * </pre>
 *
 * <p>It names no citizen, and the officer by staff number. {@link #toString()} shows nothing of it.
 * Immutable and thread-safe.
 */
public final class AuditContext {
  private static final int MAX_REASON = 500;

  private final Unexplained who;
  private final String reason;

  private AuditContext(Unexplained who, String reason) {
    this.who = who;
    this.reason = reason;
  }

  /**
   * Names three of the four; {@link Unexplained#because} completes it.
   *
   * @param procedure the code of the administrative procedure (thủ tục hành chính), such as {@code
   *     1.004222}, or your own code of a business process
   * @param officer the staff number of whoever asks (cán bộ); never a citizen number
   * @param unit the code of their unit, such as {@code H15.50.05.13} (Decision 20/2020/QĐ-TTg)
   * @throws InvalidRequestException where one has other than 1 to 64 letters, digits, dots, dashes
   *     and underscores, or is a citizen number
   */
  public static Unexplained of(String procedure, String officer, String unit) {
    return new Unexplained(procedure, officer, unit);
  }

  /** The code of the procedure. */
  public String procedure() {
    return who.procedure;
  }

  /** The staff number of whoever asked. */
  public String officer() {
    return who.officer;
  }

  /** The code of their unit. */
  public String unit() {
    return who.unit;
  }

  /** Why. */
  public String reason() {
    return reason;
  }

  Map<String, Object> wire() {
    Map<String, Object> wire = new LinkedHashMap<>();
    wire.put("procedure", who.procedure);
    wire.put("officer", who.officer);
    wire.put("unit", who.unit);
    wire.put("reason", reason);
    return wire;
  }

  /** One out of a receipt; of the same form, because that form is what was sent. */
  static AuditContext read(Fields audit) {
    return of(
            audit.requiredText("procedure"),
            audit.requiredText("officer"),
            audit.requiredText("unit"))
        .because(audit.requiredText("reason"));
  }

  @Override
  public String toString() {
    return "AuditContext[…]";
  }

  /** An audit context that lacks its reason, and so is none yet. Immutable and thread-safe. */
  public static final class Unexplained {
    private final String procedure;
    private final String officer;
    private final String unit;

    private Unexplained(String procedure, String officer, String unit) {
      this.procedure = code("audit.procedure", procedure);
      this.officer = staffNumber(officer);
      this.unit = code("audit.unit", unit);
    }

    /**
     * Completes it.
     *
     * @param reason why the register must be asked, in words that an inspector understands and with
     *     the number of your file: 1 to 500 characters in one line
     * @throws InvalidRequestException where it is empty, too long, holds a line break or something
     *     else that cannot be seen, or holds a citizen number
     */
    public AuditContext because(String reason) {
      if (reason.isBlank() || reason.length() > MAX_REASON) {
        throw invalid("audit.reason", "Say why you ask, in 1 to 500 characters.");
      }
      if (reason.codePoints().anyMatch(Unexplained::isUnseen)) {
        throw invalid(
            "audit.reason", "Write the reason in one line, without characters that nobody sees.");
      }
      if (CitizenNumbers.isIn(reason)) {
        throw invalid(
            "audit.reason",
            "This holds a citizen number, which would stand in the receipt for good. Write the"
                + " number of your file instead.");
      }
      return new AuditContext(this, reason);
    }

    /** What an inspector reads is what was signed; half a character cannot be written at all. */
    private static boolean isUnseen(int c) {
      return switch (Character.getType(c)) {
        case Character.CONTROL,
            Character.FORMAT,
            Character.SURROGATE,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR ->
            true;
        default -> false;
      };
    }

    private static String staffNumber(String officer) {
      if (officer.matches("[0-9]{9}")) {
        throw noPerson("audit.officer");
      }
      return code("audit.officer", officer);
    }

    private static String code(String field, String text) {
      if (!PlainWord.isReference(text)) {
        throw invalid(
            field, "Pass a code of 1 to 64 letters, digits, dots, dashes and underscores.");
      }
      if (CitizenNumbers.isOne(text)) {
        throw noPerson(field);
      }
      return text;
    }

    private static InvalidRequestException noPerson(String field) {
      return invalid(
          field,
          "This has the form of a citizen number. Officers are named by their staff number, units"
              + " and procedures by their codes.");
    }

    private static InvalidRequestException invalid(String field, String problem) {
      return new InvalidRequestException(field, problem);
    }

    @Override
    public String toString() {
      return "AuditContext.Unexplained[…]";
    }
  }
}
