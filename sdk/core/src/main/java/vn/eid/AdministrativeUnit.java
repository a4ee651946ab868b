package vn.eid;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A province or a commune of one list of administrative units: a code alone says nothing, because
 * the lists give the same code to different places. Two units are equal where code and list are.
 *
 * <p>The lists come with the SDK and are read when they are first used. A unit is no personal data.
 *
 * <p>This class is immutable and thread-safe.
 */
public final class AdministrativeUnit {
  /** What a unit is in law. */
  public enum Kind {
    /** A city under the central government. */
    CITY("thành phố"),
    PROVINCE("tỉnh"),
    WARD("phường"),
    COMMUNE("xã"),
    /** A town that is a commune; there are none since July 2025. */
    TOWNSHIP("thị trấn"),
    /** An island or islands; there are some since July 2025. */
    SPECIAL_ZONE("đặc khu");

    private final String vietnamese;

    Kind(String vietnamese) {
      this.vietnamese = vietnamese;
    }

    /** As it stands before the name. */
    public String vietnamese() {
      return vietnamese;
    }
  }

  private final AdministrativeList list;
  private final UnitLine line;

  AdministrativeUnit(AdministrativeList list, UnitLine line) {
    this.list = list;
    this.line = line;
  }

  /**
   * A province of the list of 1 July 2025 (Decision 19/2025/QD-TTg).
   *
   * @param code two digits
   * @throws InvalidRequestException where the list has no such province; it says what was probably
   *     meant
   */
  public static AdministrativeUnit province(String code) {
    return find(AdministrativeList.SINCE_JULY_2025, UnitLevel.PROVINCE, code);
  }

  /**
   * A commune (ward, commune or special zone) of the list of 1 July 2025.
   *
   * @param code five digits
   * @throws InvalidRequestException where the list has no such commune
   */
  public static AdministrativeUnit commune(String code) {
    return find(AdministrativeList.SINCE_JULY_2025, UnitLevel.COMMUNE, code);
  }

  /**
   * A province of the list before July 2025. The first three digits of a citizen number are such a
   * code with a 0 in front, where the birth was registered in Vietnam before July 2025.
   *
   * @param code two digits
   * @throws InvalidRequestException where the list has no such province
   */
  public static AdministrativeUnit provinceBefore2025(String code) {
    return find(AdministrativeList.BEFORE_JULY_2025, UnitLevel.PROVINCE, code);
  }

  /**
   * A commune (ward, commune or township) as it was at the end of June 2025.
   *
   * @param code five digits
   * @throws InvalidRequestException where the list has no such commune
   */
  public static AdministrativeUnit communeBefore2025(String code) {
    return find(AdministrativeList.BEFORE_JULY_2025, UnitLevel.COMMUNE, code);
  }

  /** The code: two digits for a province, five for a commune. */
  public String code() {
    return line.code();
  }

  /** The name without the kind, with the tone marks where the legal texts put them. */
  public String name() {
    return line.name();
  }

  /** The latest kind that this version of the SDK knows. */
  public Kind kind() {
    return kindOn(LocalDate.MAX);
  }

  /** The kind on a day of the list's time: Đồng Nai became a city on 30 April 2026. */
  public Kind kindOn(LocalDate day) {
    return list == AdministrativeList.SINCE_JULY_2025 ? line.kindOn(day) : line.kind();
  }

  /** The list in which the code has its meaning. */
  public AdministrativeList list() {
    return list;
  }

  /** The province of a commune in the same list; a province itself. */
  public AdministrativeUnit province() {
    return line.isProvince() ? this : find(list, UnitLevel.PROVINCE, line.province());
  }

  /** What this unit is in the list of 1 July 2025; a unit of that list is itself. */
  public Successor now() {
    if (list == AdministrativeList.SINCE_JULY_2025) {
      return new Successor.One(this);
    }
    var level = line.isProvince() ? UnitLevel.PROVINCE : UnitLevel.COMMUNE;
    var units =
        line.became().stream()
            .map(code -> find(AdministrativeList.SINCE_JULY_2025, level, code))
            .toList();
    return units.size() == 1 ? new Successor.One(units.get(0)) : new Successor.CannotTell(units);
  }

  private static AdministrativeUnit find(AdministrativeList list, UnitLevel level, String code) {
    return level
        .find(list, code)
        .map(line -> new AdministrativeUnit(list, line))
        .orElseThrow(() -> new UnknownUnit(list, level, code).problem());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AdministrativeUnit that
        && list == that.list
        && code().equals(that.code());
  }

  @Override
  public int hashCode() {
    return Objects.hash(list, code());
  }

  /** For people: do not parse it. */
  @Override
  public String toString() {
    var unit = code() + " " + kind().vietnamese() + " " + name();
    var place = line.isProvince() ? unit : unit + ", " + province().title();
    return place + " (list " + UnknownUnit.when(list) + ")";
  }

  /** Kind and name, as an address has them. */
  String title() {
    return kind().vietnamese() + " " + name();
  }
}
