package vn.eid.mock.state;

import java.util.List;
import java.util.Optional;

/**
 * The authentication levels that a login asks for, 1 to 4 (Decree 69/2024), the most wanted first.
 *
 * @param essential whether any other level is no answer (OpenID Connect Core, section 5.5.1.1)
 */
public record AskedLevel(List<String> values, boolean essential) {
  private static final String USUAL = "2";
  private static final String LOWEST = "1";

  /**
   * The level that a login of this citizen reaches; empty where none of the essential ones is
   * within reach. STANDARD: a level that is asked for without being essential is a wish (OpenID
   * Connect Core, section 5.5.1.1), so a lower one is an answer, too.
   */
  public Optional<String> reachedBy(Citizen citizen) {
    Optional<String> wanted = values.stream().filter(citizen::reaches).findFirst();
    if (wanted.isPresent() || essential) {
      return wanted;
    }
    return Optional.of(citizen.reaches(USUAL) ? USUAL : LOWEST);
  }
}
