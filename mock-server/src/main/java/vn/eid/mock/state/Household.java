package vn.eid.mock.state;

import java.util.List;

/**
 * With whom a citizen is registered at one address, made from the citizen's number. Everybody is
 * synthetic, and nobody but the citizen has a number.
 *
 * @param members everybody, the head first
 */
public record Household(List<Member> members, String relationshipToHead) {
  private static final int ADULT_SINCE = 2008;
  private static final String HEAD = "Chủ hộ";
  private static final List<String> MEN = List.of("Văn Thử", "Đức Mẫu", "Minh Giả");
  private static final List<String> WOMEN = List.of("Thị Thử", "Ngọc Mẫu", "Thu Giả");

  /**
   * One person of the household.
   *
   * @param relationship to its head, in the words of the residence register
   */
  public record Member(String name, String relationship) {}

  /** The household of a person: a child's has a parent at its head, another one the person. */
  public static Household of(Person person) {
    int turn = Integer.parseInt(person.number().substring(9)) % MEN.size();
    String family = person.name().split(" ", 2)[0];
    boolean woman = person.gender() == Gender.FEMALE;
    if (person.birthDate().year() >= ADULT_SINCE) {
      return new Household(
          List.of(
              new Member(family + " " + MEN.get(turn), HEAD),
              new Member("Vũ " + WOMEN.get(turn), "Vợ"),
              new Member(person.name(), "Con")),
          "Con");
    }
    String spouse = "Vũ " + (woman ? MEN : WOMEN).get(turn);
    return new Household(
        List.of(
            new Member(person.name(), HEAD),
            new Member(spouse, woman ? "Chồng" : "Vợ"),
            new Member(family + " " + WOMEN.get((turn + 1) % WOMEN.size()), "Con")),
        HEAD);
  }

  /** Whether the person whose household it is stands at its head. */
  public boolean headedBySelf() {
    return relationshipToHead.equals(HEAD);
  }

  public String headName() {
    return members.get(0).name();
  }
}
