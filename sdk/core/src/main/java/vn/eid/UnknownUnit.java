package vn.eid;

import java.util.Optional;

/** Why a code names no unit of a list, and what was probably meant. */
record UnknownUnit(AdministrativeList list, UnitLevel level, String code) {
  InvalidRequestException problem() {
    return new InvalidRequestException(level.word(), reason());
  }

  static String when(AdministrativeList list) {
    return list == AdministrativeList.SINCE_JULY_2025 ? "since July 2025" : "before July 2025";
  }

  private String reason() {
    if (code.startsWith("VN-")) {
      return form() + " Codes such as VN-HN are ISO 3166-2, another scheme.";
    }
    // What is longer is not repeated: it may be a citizen number.
    if (!code.matches("[0-9]{1,5}")) {
      return form();
    }
    if (code.length() == level.digits()) {
      return "No " + level.word() + " has the code " + code + " in the list " + source() + other();
    }
    return form() + otherLevel().or(this::registrationCode).or(this::lostZeros).orElse("");
  }

  private String form() {
    var digits = level == UnitLevel.PROVINCE ? "two" : "five";
    return "The code of a " + level.word() + " has " + digits + " digits.";
  }

  private String source() {
    return when(list) + " (" + list.legalBasis() + ").";
  }

  private String other() {
    for (var another : AdministrativeList.values()) {
      var found = level.find(another, code);
      if (found.isPresent()) {
        var unit = new AdministrativeUnit(another, found.get());
        return " Is " + level.call(another, code) + " meant, " + unit.title() + "?";
      }
    }
    return "";
  }

  private Optional<String> otherLevel() {
    var other = level == UnitLevel.PROVINCE ? UnitLevel.COMMUNE : UnitLevel.PROVINCE;
    return other.find(list, code).map(found -> meant(list, other, found));
  }

  /** The first three digits of a citizen number, which are a province of the earlier list. */
  private Optional<String> registrationCode() {
    if (code.length() != 3 || !code.startsWith("0")) {
      return Optional.empty();
    }
    return UnitLevel.PROVINCE
        .find(AdministrativeList.BEFORE_JULY_2025, code.substring(1))
        .map(
            found ->
                " A citizen number begins with three, by the list before July 2025."
                    + meant(AdministrativeList.BEFORE_JULY_2025, UnitLevel.PROVINCE, found));
  }

  private Optional<String> lostZeros() {
    if (code.length() > level.digits()) {
      return Optional.empty();
    }
    var whole = "0".repeat(level.digits() - code.length()) + code;
    return level
        .find(list, whole)
        .map(found -> " Spreadsheets drop leading zeros." + meant(list, level, found));
  }

  private static String meant(AdministrativeList list, UnitLevel level, UnitLine found) {
    var unit = new AdministrativeUnit(list, found);
    return " Is " + level.call(list, found.code()) + " meant, " + unit.title() + "?";
  }
}
