package vn.eid.mock;

import vn.eid.mock.state.Citizen;
import vn.eid.mock.state.Consents;
import vn.eid.mock.state.Decision;

/**
 * A test's hand on one citizen's phone: how this person decides from now on, next time, or about
 * one consent. Safe for use by several threads.
 */
public final class MockCitizen {
  private final Citizen citizen;
  private final Consents consents;
  private final Accounts accounts;

  MockCitizen(Citizen citizen, Consents consents, Accounts accounts) {
    this.citizen = citizen;
    this.consents = consents;
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

  /** Approves each login and each consent from now on. */
  public MockCitizen approvesEverything() {
    citizen.decideAlways(Decision.APPROVE);
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

  /**
   * Approves a consent that is still requested.
   *
   * @throws IllegalStateException if it is decided or expired, or is another citizen's
   */
  public void approve(String consentId) {
    consents.decide(citizen.id(), consentId, Decision.APPROVE);
  }

  /**
   * Declines a consent that is still requested.
   *
   * @throws IllegalStateException if it is decided or expired, or is another citizen's
   */
  public void decline(String consentId) {
    consents.decide(citizen.id(), consentId, Decision.DECLINE);
  }

  /**
   * Takes back a consent: it ends at once, also for access tokens already issued.
   *
   * @throws IllegalStateException if it is not active, or is another citizen's
   */
  public void revoke(String consentId) {
    consents.revokeByCitizen(citizen.id(), consentId);
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
