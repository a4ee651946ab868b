package vn.eid.examples.hospital;

import java.time.Instant;
import java.util.List;
import vn.eid.consent.Consent;
import vn.eid.consent.ConsentId;
import vn.eid.consent.EndCause;

/**
 * What the hospital keeps of a request. The registry has the rest, and the citizen's number stands
 * nowhere.
 *
 * @param patientFile the hospital's own number of the patient
 * @param citizen the citizen's number, masked
 * @param askedBy who at the desk asked
 * @param asked the names of the data sets that were asked for
 * @param granted those that the citizen agreed to; empty before
 * @param until until when it may be decided, then until when it holds, then when it ended
 */
record AskedConsent(
    ConsentId id,
    String patientFile,
    String citizen,
    CarePurpose purpose,
    String askedBy,
    Instant askedAt,
    List<String> asked,
    List<String> granted,
    ConsentState state,
    Instant until) {

  static AskedConsent of(Consent.Requested requested, AskForm form, String askedBy, Instant now) {
    return new AskedConsent(
        requested.id(),
        form.patientFile(),
        form.citizenId().toString(),
        form.wantedFor(),
        askedBy,
        now,
        List.copyOf(requested.asked().dataSets()),
        List.of(),
        ConsentState.WAITING,
        requested.decideBy());
  }

  /** The same as the registry has it now. */
  AskedConsent as(Consent consent) {
    ConsentState now = ConsentState.of(consent);
    if (consent instanceof Consent.Active active) {
      return with(now, List.copyOf(active.dataSets()), active.expiresAt());
    }
    return consent instanceof Consent.Ended ended ? with(now, granted, ended.endedAt()) : this;
  }

  /** The same after its end. */
  AskedConsent ended(EndCause cause, Instant at) {
    return with(ConsentState.of(cause, !granted.isEmpty()), granted, at);
  }

  /** Whether something may be read under it, as far as the hospital knows. */
  boolean stands(Instant now) {
    return state.stands() && now.isBefore(until);
  }

  /** How it stands at a time: what ends by its time alone, nobody tells. */
  public ConsentState stateAt(Instant now) {
    if (state.isFinal() || now.isBefore(until)) {
      return state;
    }
    return state.stands() ? ConsentState.OVER : ConsentState.UNANSWERED;
  }

  /** What an open page shows: where this changes, the page is out of date. */
  public String shownAt(Instant now) {
    return (stateAt(now) + " " + String.join(" ", granted)).strip();
  }

  private AskedConsent with(ConsentState newState, List<String> newGranted, Instant newUntil) {
    return new AskedConsent(
        id, patientFile, citizen, purpose, askedBy, askedAt, asked, newGranted, newState, newUntil);
  }
}
