package vn.eid;

import java.time.LocalDate;
import java.util.List;

/** One line of a list of units. The heads of the data files say what the columns mean. */
record UnitLine(
    String code, String province, AdministrativeUnit.Kind kind, String name, String last) {
  static UnitLine parse(String line) {
    var columns = line.split("\\|", -1);
    return new UnitLine(
        columns[0], columns[1], kind(columns[2]), columns[3], columns.length > 4 ? columns[4] : "");
  }

  boolean isProvince() {
    return province.isEmpty();
  }

  /** In the earlier list: the codes of the units it became. */
  List<String> became() {
    return List.of(last.split(" ", -1));
  }

  /** In the present list: the kind on that day, which changes when a province becomes a city. */
  AdministrativeUnit.Kind kindOn(LocalDate day) {
    if (last.isEmpty()) {
      return kind;
    }
    var change = last.split(" ", -1);
    return day.isBefore(LocalDate.parse(change[0])) ? kind : kind(change[1]);
  }

  private static AdministrativeUnit.Kind kind(String letter) {
    return switch (letter) {
      case "C" -> AdministrativeUnit.Kind.CITY;
      case "P" -> AdministrativeUnit.Kind.PROVINCE;
      case "W" -> AdministrativeUnit.Kind.WARD;
      case "M" -> AdministrativeUnit.Kind.COMMUNE;
      case "T" -> AdministrativeUnit.Kind.TOWNSHIP;
      case "Z" -> AdministrativeUnit.Kind.SPECIAL_ZONE;
      default -> throw new IllegalStateException("No kind of unit has the letter " + letter);
    };
  }
}
