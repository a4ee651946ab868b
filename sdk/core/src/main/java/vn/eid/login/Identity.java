package vn.eid.login;

import java.time.Instant;
import java.util.Optional;
import vn.eid.CitizenId;
import vn.eid.Gender;
import vn.eid.PartialDate;

/**
 * A citizen who has logged in. Holding one is the proof: only a login that passed every check makes
 * it, or the sealed text of one.
 *
 * <p>What was not asked for, or what the provider does not know, is empty. {@link #toString()}
 * shows no personal data. This class is immutable and thread-safe.
 */
public final class Identity {
  private final String subject;
  private final IdentityClaims claims;

  Identity(String subject, IdentityClaims claims) {
    this.subject = subject;
    this.claims = claims;
  }

  /**
   * The citizen's stable pseudonym for this application ({@code sub}, pairwise). Key your accounts
   * on it: a citizen number can change, this does not.
   */
  public String subject() {
    return subject;
  }

  /** The personal identification number (số định danh cá nhân). */
  public Optional<CitizenId> citizenId() {
    return claims.citizenId();
  }

  /** The full name in composed Unicode (NFC), as one text. */
  public Optional<String> name() {
    return claims.name();
  }

  /** The birth date; of older citizens sometimes the year only. */
  public Optional<PartialDate> birthDate() {
    return claims.birthDate();
  }

  /** The sex. */
  public Optional<Gender> gender() {
    return claims.gender();
  }

  /** The account's level; empty where the provider states none or one unknown to this SDK. */
  public Optional<AccountLevel> accountLevel() {
    return claims.accountLevel();
  }

  /** How surely this login recognised the citizen; empty like {@link #accountLevel()}. */
  public Optional<AuthenticationLevel> authenticationLevel() {
    return claims.authenticationLevel();
  }

  /** When the citizen was last asked to prove who they are ({@code auth_time}). */
  public Optional<Instant> authenticatedAt() {
    return claims.authenticatedAt();
  }

  IdentityClaims claims() {
    return claims;
  }

  @Override
  public String toString() {
    return "Identity[accountLevel="
        + accountLevel().map(Enum::name).orElse("-")
        + ", authenticationLevel="
        + authenticationLevel().map(Enum::name).orElse("-")
        + "]";
  }
}
