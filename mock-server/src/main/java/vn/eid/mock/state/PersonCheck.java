package vn.eid.mock.state;

import java.util.List;

/** What is asked about somebody: is it this person, and is all of that so? */
public record PersonCheck(
    String citizenId, String fullName, BirthDate birthDate, List<Statement> statements) {

  /** Masked: logs must not hold a citizen's number. */
  @Override
  public String toString() {
    return "PersonCheck[" + statements.size() + " statements]";
  }
}
