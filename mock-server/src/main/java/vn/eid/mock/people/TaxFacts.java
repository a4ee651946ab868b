package vn.eid.mock.people;

import java.util.List;
import vn.eid.mock.state.BirthDate;
import vn.eid.mock.state.TaxEntry;

/** What the tax registry has of a person, who may have dealt with it long before. */
final class TaxFacts {
  // Of dependants and pupils the registry had no code before 2025.
  private static final int NO_OLD_CODE_SINCE = 2007;

  private enum Question {
    NAME,
    NAME_SLIP,
    DATE,
    CODES,
    SECOND_CODE,
    LINKED,
    STATUS,
    TWINS
  }

  private TaxFacts() {}

  static TaxEntry of(long index, String name, BirthDate birth, Chance chance) {
    boolean otherName = chance.happens(Question.NAME, Rates.OTHER_NAME);
    boolean otherDate = chance.happens(Question.DATE, Rates.OTHER_DATE);
    boolean waits = chance.happens(Question.STATUS, Rates.WAITS_FOR_DATA);
    return new TaxEntry(
        otherName ? Slips.name(name, chance.with(Question.NAME_SLIP)) : name,
        otherDate ? Slips.date(birth) : birth,
        waits ? "10" : "00",
        waits ? "01" : birth.year() < NO_OLD_CODE_SINCE ? "02" : "03",
        oldCodes(index, birth, chance),
        chance.happens(Question.LINKED, Rates.LINKED),
        chance.happens(Question.TWINS, Rates.TWINS_OF_A_NAME) ? 2 : 1);
  }

  private static List<String> oldCodes(long index, BirthDate birth, Chance chance) {
    if (birth.year() >= NO_OLD_CODE_SINCE || !chance.happens(Question.CODES, Rates.OLD_CODE)) {
      return List.of();
    }
    return OldCodes.of(index, chance.happens(Question.SECOND_CODE, Rates.SECOND_OLD_CODE) ? 2 : 1);
  }
}
