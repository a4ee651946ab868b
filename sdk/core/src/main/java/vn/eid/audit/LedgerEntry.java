package vn.eid.audit;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.eid.InvalidRequestException;
import vn.eid.consent.Period;
import vn.eid.internal.CitizenNumbers;

/**
 * What the ledger says about one step of one read. It has no place for health data. A citizen
 * number is refused anywhere within {@code askedBy}, which people write, and as the whole of a
 * subject, purpose, data set or outcome. The ids of calls and consents are random or counted, and
 * may hold twelve digits. Immutable and thread-safe.
 *
 * @param traceId the number under which the provider knows the call
 * @param event what happened
 * @param askedBy the application's reference for who wanted it
 * @param subject the citizen's pseudonym for this application
 * @param consentId under which consent
 * @param purpose the code of the consent's purpose
 * @param dataSet which data set; of an erasure all of them, with spaces between
 * @param period the days that were asked for; empty for all that the consent covers, and of what
 *     happens in the sealed store
 * @param count how many resources
 * @param outcome a word for how it went: begun, complete, stopped, kept, reopened; of a refusal or
 *     an erasure, its reason
 */
public record LedgerEntry(
    String traceId,
    Event event,
    String askedBy,
    String subject,
    String consentId,
    String purpose,
    String dataSet,
    Optional<Period> period,
    long count,
    String outcome) {
  private static final int MAX_ASKED_BY = 100;
  private static final int MAX_TEXT = 255;

  /** What can happen with a citizen's data. */
  public enum Event {
    /** A pull is about to begin. */
    BEGUN,
    /** A pull is over. */
    ENDED,
    /** A read was refused before it began. */
    REFUSED,
    /** Data was put into the sealed store. */
    KEPT,
    /** Data is about to be read from the sealed store. */
    REOPENED,
    /** The data of a consent was erased from the sealed store. */
    ERASED
  }

  /**
   * Checks the texts.
   *
   * @throws InvalidRequestException where one is too long, holds something that cannot be seen,
   *     such as a line break, or is or holds a citizen number where none may be, or {@code askedBy}
   *     is empty
   */
  public LedgerEntry {
    checkAskedBy(askedBy);
    for (String text : new String[] {traceId, subject, consentId, purpose, dataSet, outcome}) {
      if (text.length() > MAX_TEXT || !isVisible(text)) {
        throw new InvalidRequestException(
            "ledgerEntry", "A text of the ledger has up to 255 visible characters.");
      }
    }
    for (String text : new String[] {subject, purpose, dataSet, outcome}) {
      if (CitizenNumbers.isOne(text)) {
        throw new InvalidRequestException(
            "ledgerEntry", "A text of the ledger is a citizen number. Pass the pseudonym.");
      }
    }
  }

  /**
   * Checks a reference for who wants to see something.
   *
   * @throws InvalidRequestException where it does not have 1 to 100 visible characters, or holds a
   *     citizen number, also one in groups of digits or in digits of another script
   */
  public static void checkAskedBy(String askedBy) {
    if (askedBy.isBlank() || askedBy.length() > MAX_ASKED_BY || !isVisible(askedBy)) {
      throw new InvalidRequestException("askedBy", "Pass 1 to 100 visible characters.");
    }
    if (CitizenNumbers.isIn(askedBy)) {
      throw new InvalidRequestException(
          "askedBy", "This holds a citizen number. Pass your own reference for the person.");
    }
  }

  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("trace", traceId);
    members.put("event", event.name().toLowerCase(Locale.ROOT));
    members.put("asked_by", askedBy);
    members.put("sub", subject);
    members.put("consent_id", consentId);
    members.put("purpose", purpose);
    members.put("data_set", dataSet);
    period.ifPresent(days -> members.put("period", days.from() + "/" + days.to()));
    members.put("count", count);
    members.put("outcome", outcome);
    return members;
  }

  /** No control, no line break of any script, nothing that turns the direction of the text. */
  private static boolean isVisible(String text) {
    return text.codePoints()
        .map(Character::getType)
        .noneMatch(
            type ->
                type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.SURROGATE
                    || type == Character.UNASSIGNED);
  }
}
