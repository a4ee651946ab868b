package vn.eid.population;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.eid.AdministrativeList;
import vn.eid.AdministrativeUnit;
import vn.eid.CitizenId;
import vn.eid.InvalidRequestException;
import vn.eid.PartialDate;
import vn.eid.VietnameseName;
import vn.eid.internal.jose.Hashes;

/**
 * What is asked about a person: whether number, full name and birth date belong together, and
 * whether each further statement holds. The register compares; none of its data comes back.
 *
 * <p>Each check is one request: asking again with the same object, soon, gives the same answer and
 * is counted once, so a lost answer is simply asked for again. {@link #toString()} shows no
 * personal data. Immutable and thread-safe.
 */
public final class PersonCheck {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int ID_BYTES = 32;
  static final int OLDEST = 150;

  private final CitizenId citizen;
  private final VietnameseName fullName;
  private final PartialDate birthDate;
  private final List<Statement> statements;

  /** Also what nobody can guess in the request, so that its hash gives away nobody. */
  private final String requestId;

  private PersonCheck(
      CitizenId citizen,
      VietnameseName fullName,
      PartialDate birthDate,
      List<Statement> statements) {
    this.citizen = citizen;
    this.fullName = fullName;
    this.birthDate = birthDate;
    this.statements = statements;
    byte[] id = new byte[ID_BYTES];
    RANDOM.nextBytes(id);
    this.requestId = Hashes.base64url(id);
  }

  /**
   * Asks whether number, full name and birth date are one person's.
   *
   * @param fullName the whole name; upper and lower case and spaces do not matter, accents do
   * @throws InvalidRequestException where the name is empty or over 200 characters
   */
  public static PersonCheck of(CitizenId citizen, String fullName, PartialDate birthDate) {
    return new PersonCheck(citizen, VietnameseName.of(fullName), birthDate, List.of());
  }

  /**
   * And whether the person has completed so many years.
   *
   * @throws InvalidRequestException where it is not 0 to 150, or was asked before
   */
  public PersonCheck ageAtLeast(int years) {
    if (years < 0 || years > OLDEST) {
      throw new InvalidRequestException("years", "An age to ask about is 0 to 150 years.");
    }
    return and(new Statement.AgeAtLeast(years));
  }

  /**
   * And whether the person is alive as far as the register knows.
   *
   * @throws InvalidRequestException where it was asked before
   */
  public PersonCheck alive() {
    return and(new Statement.Alive());
  }

  /**
   * And whether the person resides in a province (nơi cư trú).
   *
   * @param province of the list of 1 July 2025
   * @throws InvalidRequestException where it is no province of that list, or one was asked about
   *     before
   */
  public PersonCheck residesIn(AdministrativeUnit province) {
    if (province.list() != AdministrativeList.SINCE_JULY_2025) {
      throw new InvalidRequestException(
          "province",
          "The register knows residence by the list of July 2025, and codes changed their meaning:"
              + " pass province.now().");
    }
    if (!province.equals(province.province())) {
      throw new InvalidRequestException(
          "province", "Residence is checked by province, not by commune: pass its province.");
    }
    return and(new Statement.ResidesIn(province));
  }

  /**
   * And whether the person heads a household (chủ hộ).
   *
   * @throws InvalidRequestException where it was asked before
   */
  public PersonCheck headsHousehold() {
    return and(new Statement.HeadsHousehold());
  }

  private PersonCheck and(Statement statement) {
    if (statements.stream().anyMatch(other -> other.getClass() == statement.getClass())) {
      throw new InvalidRequestException(
          "statements",
          "A check asks for each statement once. Ask about two ages or two provinces in two"
              + " checks.");
    }
    List<Statement> all = new ArrayList<>(statements);
    all.add(statement);
    return new PersonCheck(citizen, fullName, birthDate, List.copyOf(all));
  }

  CitizenId citizen() {
    return citizen;
  }

  List<Map<String, Object>> statementsWire() {
    return StatementForm.wire(statements);
  }

  Map<String, Object> wire() {
    Map<String, Object> wire = new LinkedHashMap<>();
    wire.put("request_id", requestId);
    wire.put("citizen_id", citizen.value());
    wire.put("full_name", fullName.value());
    wire.put("birth_date", birthDate.toString());
    wire.put("statements", statementsWire());
    return wire;
  }

  @Override
  public String toString() {
    return "PersonCheck[…]";
  }
}
