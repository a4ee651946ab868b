package vn.eid.login;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.eid.CitizenId;
import vn.eid.Gender;
import vn.eid.PartialDate;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.json.CitizenClaims;
import vn.eid.internal.json.Fields;

/**
 * What a login tells about a citizen. Every member is optional: plain OpenID providers know few.
 */
record IdentityClaims(
    Optional<CitizenId> citizenId,
    Optional<String> name,
    Optional<PartialDate> birthDate,
    Optional<Gender> gender,
    Optional<AccountLevel> accountLevel,
    Optional<AuthenticationLevel> authenticationLevel,
    Optional<Instant> authenticatedAt) {

  /**
   * Reads them.
   *
   * @param asked what is not among these stays out, whatever the provider sends
   * @param idToken signed, so it alone may speak of levels and times
   * @param about the same, filled up from userinfo
   */
  static IdentityClaims of(
      Connection connection, Operation operation, Set<Claim> asked, Fields idToken, Fields about) {
    CitizenClaims claims = new CitizenClaims(operation, about);
    return new IdentityClaims(
        claims
            .citizenId()
            .filter(number -> asked.contains(Claim.CITIZEN_ID))
            .map(number -> connection.admitReceived(operation, number)),
        claims.name().filter(name -> asked.contains(Claim.NAME)),
        claims.birthDate().filter(date -> asked.contains(Claim.BIRTH_DATE)),
        about
            .text("gender")
            .filter(sex -> asked.contains(Claim.GENDER))
            .map(IdentityClaims::gender),
        idToken.integer("account_level").flatMap(IdentityClaims::accountLevel),
        idToken.text("acr").flatMap(AuthenticationLevel::of),
        idToken.seconds("auth_time"));
  }

  private static Gender gender(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "male" -> Gender.MALE;
      case "female" -> Gender.FEMALE;
      default -> Gender.OTHER;
    };
  }

  private static Optional<AccountLevel> accountLevel(long number) {
    if (number == 1) {
      return Optional.of(AccountLevel.LEVEL_1);
    }
    return number == 2 ? Optional.of(AccountLevel.LEVEL_2) : Optional.empty();
  }
}
