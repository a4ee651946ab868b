package vn.eid.mock;

import java.time.Duration;
import vn.eid.mock.state.Citizen;
import vn.eid.mock.state.Consents;
import vn.eid.mock.state.DataSet;
import vn.eid.mock.state.Decision;
import vn.eid.mock.state.WithheldReason;
import vn.eid.mock.state.Withholding;

/**
 * A test's hand on one citizen's phone: how this person decides from now on, next time, or about
 * one consent. Safe for use by several threads.
 */
public final class MockCitizen {
  private final Citizen citizen;
  private final Consenting consenting;
  private final Accounts accounts;

  MockCitizen(Citizen citizen, Consents consents, Accounts accounts) {
    this.citizen = citizen;
    this.consenting = new Consenting(citizen, consents);
    this.accounts = accounts;
  }

  /** The personal identification number, 12 digits that begin with 099. */
  public String number() {
    return citizen.id();
  }

  /** The name as the population database stores it. */
  public String name() {
    return citizen.name();
  }

  /** The birth date, {@code 1985-03-12}, or {@code 1951} where no register knows the day. */
  public String birthDate() {
    return citizen.birthDate().text();
  }

  /** The code of the province where the citizen lives, two digits of the list of 1 July 2025. */
  public String provinceCode() {
    return citizen.person().residence().provinceCode();
  }

  /** Approves each login and each consent from now on, with all that is asked for. */
  public MockCitizen approvesEverything() {
    citizen.decideAlways(Decision.APPROVE);
    return this;
  }

  /**
   * Approves each login and each consent from now on, but shares no other data sets than these; of
   * a consent for none of them, declines it. {@link #approvesEverything} ends it.
   *
   * @param dataSetCodes as on the wire, such as {@code immunizations}
   * @throws IllegalArgumentException if there is none, or a code that the mock does not know
   */
  public MockCitizen approvesOnly(String... dataSetCodes) {
    citizen.approvesOnly(Consenting.dataSets(dataSetCodes));
    return this;
  }

  /**
   * Grants consents for a shorter time than they are asked for, until {@link #approvesEverything}.
   *
   * @throws IllegalArgumentException if that is less than a second
   */
  public MockCitizen grantsAtMost(Duration time) {
    if (time.toSeconds() < 1) {
      throw new IllegalArgumentException("A consent lasts a second at least.");
    }
    citizen.grantsAtMost(Duration.ofSeconds(time.toSeconds()));
    return this;
  }

  /** Declines each login and each consent from now on, until {@link #approvesEverything}. */
  public MockCitizen declinesEverything() {
    citizen.decideAlways(Decision.DECLINE);
    return this;
  }

  /** Leaves each login and each consent without an answer, until {@link #approvesEverything}. */
  public MockCitizen ignoresEverything() {
    citizen.decideAlways(Decision.IGNORE);
    return this;
  }

  /** Declines the next login or consent; a second call declines one more. */
  public MockCitizen declinesNext() {
    citizen.decideNext(Decision.DECLINE);
    return this;
  }

  /** Leaves the next login or consent without an answer. */
  public MockCitizen ignoresNext() {
    citizen.decideNext(Decision.IGNORE);
    return this;
  }

  /**
   * Caps the authentication level of this citizen's logins until the next reset, as an old phone
   * would; from the start it is 4, and 2 for an account of level 1.
   *
   * @throws IllegalArgumentException if the level is not between 1 and 4
   */
  public MockCitizen reachesAtMost(int acr) {
    if (acr < 1 || acr > 4) {
      throw new IllegalArgumentException("The level " + acr + " is not between 1 and 4.");
    }
    citizen.reachesAtMost(acr);
    return this;
  }

  /**
   * Locks the account until the next reset: its sessions end, the clients are told, and nothing can
   * be approved any more.
   */
  public MockCitizen locksAccount() {
    accounts.lock(citizen);
    return this;
  }

  /** Has the account back after it was locked; the client is told. */
  public MockCitizen recoversAccount() {
    accounts.recover(citizen);
    return this;
  }

  /**
   * Has another name in the e-ID until the next reset, as after a correction; the client is told
   * that something changed. The other registers still have the old one.
   *
   * @throws IllegalArgumentException if it is blank
   */
  public MockCitizen changesNameTo(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A name is not blank.");
    }
    accounts.rename(citizen, name);
    return this;
  }

  /**
   * Dies, as the population register has it, until the next reset: is not alive, resides nowhere
   * and heads no household. Nobody else is told; nothing can be approved any more.
   */
  public MockCitizen dies() {
    citizen.die();
    return this;
  }

  /**
   * Has the health record hold at least so many resources of a data set, until the next reset.
   *
   * @param dataSetCode one that comes in pages, such as {@code laboratory_results}
   * @throws IllegalArgumentException if it is none, or if the count is not from 0 to 1,000,000
   */
  public MockCitizen holdsAtLeast(String dataSetCode, int count) {
    citizen.hold(dataSet(dataSetCode), count);
    return this;
  }

  /**
   * Has the service keep back the newest resources of a data set, until the next reset; a second
   * call keeps back more. The section of the summary that shows them is left empty.
   *
   * @param dataSetCode one that comes in pages, such as {@code laboratory_results}
   * @param reason {@code citizen_hid}, {@code sensitive}, {@code facility_restricts} or {@code
   *     source_unreachable}
   * @param count how many; 0 where nobody knows, for {@code source_unreachable} only
   * @throws IllegalArgumentException if one of them is none of these
   */
  public MockCitizen withholds(String dataSetCode, String reason, int count) {
    WithheldReason why =
        WithheldReason.of(reason)
            .orElseThrow(
                () -> new IllegalArgumentException("Nothing is withheld for this reason."));
    citizen.withhold(new Withholding(dataSet(dataSetCode), why, count));
    return this;
  }

  /**
   * Has the service leave out of the oldest resources of a data set who treated the citizen, and
   * label them {@code REDACTED}, until the next reset.
   *
   * @param dataSetCode one that comes in pages, such as {@code laboratory_results}
   * @throws IllegalArgumentException if it is none, or if the count is not from 0 to 1,000,000
   */
  public MockCitizen redacts(String dataSetCode, int count) {
    citizen.redact(dataSet(dataSetCode), count);
    return this;
  }

  private static DataSet dataSet(String code) {
    return DataSet.of(code)
        .orElseThrow(() -> new IllegalArgumentException("There is no such data set."));
  }

  /**
   * Approves a consent that is still requested: all of it, or what {@link #approvesOnly} leaves.
   *
   * @throws IllegalStateException if it is decided or expired, or is another citizen's, or nothing
   *     is left of it
   */
  public void approve(String consentId) {
    consenting.approve(consentId);
  }

  /**
   * Approves these data sets of a consent that is still requested.
   *
   * @throws IllegalArgumentException if there is none, or one that is not asked for
   * @throws IllegalStateException if it is decided or expired, or is another citizen's
   */
  public void approve(String consentId, String... dataSetCodes) {
    consenting.approve(consentId, Consenting.dataSets(dataSetCodes));
  }

  /**
   * Declines a consent that is still requested.
   *
   * @throws IllegalStateException if it is decided or expired, or is another citizen's
   */
  public void decline(String consentId) {
    consenting.decline(consentId);
  }

  /**
   * Takes back a consent: it ends at once, also for access tokens already issued.
   *
   * @throws IllegalStateException if it is not active, or is another citizen's
   */
  public void revoke(String consentId) {
    consenting.revoke(consentId);
  }

  /**
   * Approves a request that waits on this citizen's phone.
   *
   * @param authReqId as {@link PendingPush#authReqId} or the application has it
   * @throws IllegalStateException if it is decided or expired, or is another citizen's
   */
  public void approvePush(String authReqId) {
    accounts.answer(citizen, authReqId, Decision.APPROVE);
  }

  /**
   * Declines a request that waits on this citizen's phone.
   *
   * @param authReqId as {@link PendingPush#authReqId} or the application has it
   * @throws IllegalStateException if it is decided or expired, or is another citizen's
   */
  public void declinePush(String authReqId) {
    accounts.answer(citizen, authReqId, Decision.DECLINE);
  }

  @Override
  public String toString() {
    return citizen.toString();
  }
}
