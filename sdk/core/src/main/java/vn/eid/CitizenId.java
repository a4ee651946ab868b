package vn.eid;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A personal identification number (số định danh cá nhân): the 12 digits on a citizen's card.
 *
 * <p>It is {@code PPP G YY RRRRRR}: where the birth was registered, century and sex, birth year,
 * and six random digits (Decree 137/2015/ND-CP, article 13; Circular 07/2016/TT-BCA, article 7 and
 * annexes; Circular 59/2021/TT-BCA; Law 26/2023/QH15, article 12). There is no check digit: what
 * public code calls one is wrong. Holding a number means that its form is right, not that it was
 * ever issued.
 *
 * <p>A person's number can change, when sex or birth year are corrected; it is never given to
 * somebody else. What it says is what was registered: it does not tell where the person lives, nor
 * their nationality, so nothing here does.
 *
 * <p>{@link #toString()} is masked: a number gets into a log only through {@link #value()}. This
 * class is immutable and thread-safe.
 */
public final class CitizenId {
  private static final int LENGTH = 12;

  private final String value;

  /** What other data about a person can disagree with. Each is a warning, not a refusal. */
  public enum Contradiction {
    /** The number was made for another birth year; it is kept until the person has it corrected. */
    BIRTH_YEAR,
    /** The number was made for the other sex. */
    GENDER,
    /** The birth date is surely later than the day of asking. */
    BORN_IN_THE_FUTURE
  }

  private CitizenId(String value) {
    this.value = value;
  }

  /**
   * Reads a number. Single spaces between groups of digits, as on cards, may be left in.
   *
   * @throws InvalidRequestException where it is not 12 digits or begins with a code that was never
   *     assigned; the sentence says which digit and which rule, and does not repeat the number
   */
  public static CitizenId parse(String text) {
    return parse("citizenId", text);
  }

  static CitizenId parse(String field, String text) {
    String value = Digits.only(field, "A citizen number", text);
    if (value.length() != LENGTH) {
      throw new InvalidRequestException(
          field,
          "A citizen number (số định danh cá nhân) has 12 digits; this one has "
              + value.length()
              + ". Leading zeros belong to it: spreadsheets drop them.");
    }
    if (!RegistrationCodes.isAssigned(value.substring(0, 3))) {
      throw new InvalidRequestException(
          field,
          "Digits 1 to 3 of a citizen number say where the birth was registered; these three were"
              + " never assigned to a province or a country.");
    }
    return new CitizenId(value);
  }

  /** The 12 digits. Personal data: do not log it. */
  public String value() {
    return value;
  }

  /** Whether the number is test data: it begins with 099, which was never issued. */
  public boolean isSynthetic() {
    return value.startsWith(RegistrationCodes.SYNTHETIC);
  }

  /**
   * The birth year that the number was made for: digits 5 and 6, in the century of digit 4 (0 and 1
   * for 1900 to 1999, 2 and 3 for 2000 to 2099, and so on to 8 and 9 for 2300 to 2399; Circular
   * 07/2016/TT-BCA, article 7).
   */
  public int birthYear() {
    return (19 + centuryAndSex() / 2) * 100 + Integer.parseInt(value.substring(4, 6));
  }

  /** The sex that the number was made for: male where digit 4 is even, female where it is odd. */
  public Gender gender() {
    return centuryAndSex() % 2 == 0 ? Gender.MALE : Gender.FEMALE;
  }

  /**
   * Where the birth was registered, by digits 1 to 3. It need not be where the person was born, and
   * is no place of residence.
   */
  public RegistrationPlace registeredIn() {
    return RegistrationPlace.of(value.substring(0, 3), birthYear());
  }

  /**
   * What of a birth date does not go with this number.
   *
   * @param today from the application's clock
   */
  public Set<Contradiction> contradictions(PartialDate birthDate, LocalDate today) {
    Set<Contradiction> found = EnumSet.noneOf(Contradiction.class);
    if (birthDate.year() != birthYear()) {
      found.add(Contradiction.BIRTH_YEAR);
    }
    if (birthDate.isAfter(today)) {
      found.add(Contradiction.BORN_IN_THE_FUTURE);
    }
    return Collections.unmodifiableSet(found);
  }

  /**
   * What of a birth date and a sex does not go with this number. These are reasons to look again
   * and to ask the person, never to turn them away: data and number are corrected at different
   * times.
   *
   * @param gender {@link Gender#OTHER} contradicts nothing
   * @param today from the application's clock
   */
  public Set<Contradiction> contradictions(PartialDate birthDate, Gender gender, LocalDate today) {
    Set<Contradiction> found = EnumSet.noneOf(Contradiction.class);
    found.addAll(contradictions(birthDate, today));
    if (gender != Gender.OTHER && gender != gender()) {
      found.add(Contradiction.GENDER);
    }
    return Collections.unmodifiableSet(found);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CitizenId that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Masked: the last three digits only. */
  @Override
  public String toString() {
    return Digits.masked(value);
  }

  private int centuryAndSex() {
    return value.charAt(3) - '0';
  }
}
