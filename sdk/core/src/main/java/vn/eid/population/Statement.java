package vn.eid.population;

import vn.eid.AdministrativeUnit;

/** Something that a check asks about a person beside name and birth date. */
public sealed interface Statement {

  /**
   * The person has completed so many years.
   *
   * @param years 0 to 150
   */
  record AgeAtLeast(int years) implements Statement {}

  /** No death is registered. */
  record Alive() implements Statement {}

  /**
   * The person's place of residence (nơi cư trú) is in a province.
   *
   * @param province of the list in force since 1 July 2025
   */
  record ResidesIn(AdministrativeUnit province) implements Statement {}

  /** The person heads a household (chủ hộ). */
  record HeadsHousehold() implements Statement {}

  /** A statement in a receipt that this version of the SDK does not know. */
  record Other() implements Statement {}
}
