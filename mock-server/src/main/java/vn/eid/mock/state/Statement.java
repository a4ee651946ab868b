package vn.eid.mock.state;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Something that may be so of a citizen. ASSUMED: which statements the register judges. */
public sealed interface Statement {
  /** The list of provinces that residence is told by: Decision 19/2025/QD-TTg. */
  String PROVINCES = "2025-07-01";

  /** Whether it holds; where the register cannot be sure, it does not. */
  boolean holds(Citizen citizen, LocalDate today);

  /** As it stands in a request and in a receipt. */
  Map<String, Object> document();

  /** Of a person of whom a year only is known, on the last day that the birthday can be. */
  record AgeAtLeast(int years) implements Statement {
    @Override
    public boolean holds(Citizen citizen, LocalDate today) {
      return !today.isBefore(citizen.birthDate().lastDay().plusYears(years));
    }

    @Override
    public Map<String, Object> document() {
      return Statement.document("age_at_least", "years", years);
    }
  }

  record Alive() implements Statement {
    @Override
    public boolean holds(Citizen citizen, LocalDate today) {
      return citizen.alive();
    }

    @Override
    public Map<String, Object> document() {
      return Map.of("type", "alive");
    }
  }

  /** The dead reside nowhere (Law 68/2020 on residence, article 24). */
  record ResidesIn(String province) implements Statement {
    @Override
    public boolean holds(Citizen citizen, LocalDate today) {
      // Looked at also of the dead: see PopulationRegister.
      boolean there = citizen.person().residence().provinceCode().equals(province);
      return there && citizen.alive();
    }

    @Override
    public Map<String, Object> document() {
      Map<String, Object> document = Statement.document("resides_in", "province", province);
      document.put("list", PROVINCES);
      return document;
    }
  }

  record HeadsHousehold() implements Statement {
    @Override
    public boolean holds(Citizen citizen, LocalDate today) {
      boolean head = Household.of(citizen.person()).headedBySelf();
      return head && citizen.alive();
    }

    @Override
    public Map<String, Object> document() {
      return Map.of("type", "heads_household");
    }
  }

  private static Map<String, Object> document(String type, String member, Object value) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", type);
    document.put(member, value);
    return document;
  }
}
