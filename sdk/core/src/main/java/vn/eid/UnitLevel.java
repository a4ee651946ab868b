package vn.eid;

import java.util.Optional;

/** The two levels of the lists, which the length of a code tells apart. */
enum UnitLevel {
  PROVINCE("province", 2),
  COMMUNE("commune", 5);

  private final String word;
  private final int digits;

  UnitLevel(String word, int digits) {
    this.word = word;
    this.digits = digits;
  }

  String word() {
    return word;
  }

  int digits() {
    return digits;
  }

  Optional<UnitLine> find(AdministrativeList list, String code) {
    return code.length() == digits ? UnitTable.of(list).find(code) : Optional.empty();
  }

  /** The method that takes codes of this level and list, for messages. */
  String call(AdministrativeList list, String code) {
    var method = list == AdministrativeList.SINCE_JULY_2025 ? word : word + "Before2025";
    return method + "(\"" + code + "\")";
  }
}
