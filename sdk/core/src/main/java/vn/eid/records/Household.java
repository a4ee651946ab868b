package vn.eid.records;

import java.util.List;

/**
 * A household (hộ gia đình). {@link #toString()} shows nothing of it. Immutable and thread-safe.
 */
public final class Household {
  private final String relationshipToHead;
  private final String headName;
  private final List<Member> members;

  Household(String relationshipToHead, String headName, List<Member> members) {
    this.relationshipToHead = relationshipToHead;
    this.headName = headName;
    this.members = List.copyOf(members);
  }

  /** What the citizen is to the head of the household, in the register's word for it. */
  public String relationshipToHead() {
    return relationshipToHead;
  }

  /** The name of the head of the household (chủ hộ). */
  public String headName() {
    return headName;
  }

  /** Who belongs to it. */
  public List<Member> members() {
    return members;
  }

  @Override
  public String toString() {
    return "Household[…]";
  }

  /** Somebody in a household. Immutable and thread-safe; {@link #toString()} shows nothing. */
  public static final class Member {
    private final String name;
    private final String relationship;

    Member(String name, String relationship) {
      this.name = name;
      this.relationship = relationship;
    }

    /** The full name in composed Unicode (NFC). */
    public String name() {
      return name;
    }

    /** What the member is to the head, in the register's word for it. */
    public String relationship() {
      return relationship;
    }

    @Override
    public String toString() {
      return "Member[…]";
    }
  }
}
