package vn.eid.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The mistakes that people make most. Each has a sentence of its own in both languages, which names
 * the option; what the SDK says stands behind it. They are told apart by the field and by words of
 * the SDK's sentence.
 */
enum Mistake {
  OUT_EXISTS("results", "is there already"),
  OUT_NO_DIRECTORY("results", "There is no directory"),
  OUT_FORBIDDEN("results", "no right to write"),
  OUT_BUSY("results", "Another run is writing"),
  OUT_OTHER_CLIENT("results", "another provider or another client id"),
  OUT_ALTERED("results", "was changed, cut or moved"),
  OUT_CORRECTED("results", "a complete job is not done again"),
  OUT_OTHER_COUNT("results", "and now there are"),
  OUT_OTHER_ROWS("results", "is not the one that has its result there"),
  OUT_STRANGER("results", "is not a results file"),
  IN_CHANGED("rows", "Put the rows back"),
  IN_DIRECTORY("rows", "is a directory"),
  IN_FORBIDDEN("rows", "no right to read"),
  IN_NO_HEADINGS("rows", "no name is known"),
  IN_COLUMNS("rows", "Missing columns"),
  IN_ENCODING("rows", "ame the encoding"),
  IN_UTF8("rows", "is in UTF-8, not in"),
  IN_EMPTY("rows", "The file is empty"),
  IN_WORKBOOK("rows", "a workbook"),
  ISSUER_PRODUCTION("issuer", "issuer of production"),
  ISSUER_SANDBOX("issuer", "issuer of a sandbox");

  /** Of these a wrong value is always the same mistake. */
  private static final Map<String, String> NUMBERS =
      Map.of("inChunksOf", "--chunk", "atOnce", "--at-once", "patientFor", "--patience");

  private static final Map<String, String> OPTIONS =
      Map.of(
          "results", "--out",
          "rows", "--in",
          "issuer", "--issuer",
          "clientId", "--client-id",
          "clientKey", "--key");

  private final String field;
  private final String part;

  Mistake(String field, String part) {
    this.field = field;
    this.part = part;
  }

  /** The one that the SDK means; empty where it is a rare one. */
  static Optional<Mistake> of(String field, String sentence) {
    return Arrays.stream(values())
        .filter(mistake -> mistake.field.equals(field) && sentence.contains(mistake.part))
        .findFirst();
  }

  /** Under which name its sentence stands among the words. */
  String sentenceName() {
    return "mistake." + name().toLowerCase(Locale.ROOT);
  }

  /** The option, where its value is a number; empty for all others. */
  static Optional<String> number(String field) {
    return Optional.ofNullable(NUMBERS.get(field));
  }

  /** The option that an argument of the SDK comes from, or the argument. */
  static String option(String field) {
    return OPTIONS.getOrDefault(field, field);
  }
}
