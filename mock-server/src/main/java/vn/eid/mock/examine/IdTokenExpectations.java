package vn.eid.mock.examine;

import static vn.eid.mock.examine.Expected.accept;
import static vn.eid.mock.examine.Expected.either;
import static vn.eid.mock.examine.Expected.refuse;

import java.util.Map;
import vn.eid.mock.Fault;

/** What is expected about id tokens that are not encrypted. */
final class IdTokenExpectations {
  private static final String RULE = "OpenID Connect Core 1.0, 3.1.3.7, number ";
  private static final String FORGED =
      "Anybody can write an id token, and so log in as any citizen.";
  private static final String FOREIGN_KEY =
      "The attacker names the key that the token is checked with, and logs in as any citizen.";

  private IdTokenExpectations() {}

  static void addTo(Map<Fault, Expected> all) {
    addParties(all);
    addTimes(all);
    addSignatures(all);
    addHeaders(all);
    addAssurance(all);
  }

  private static void addParties(Map<Fault, Expected> all) {
    all.put(
        Fault.ID_TOKEN_WRONG_ISSUER,
        refuse(RULE + "2", "Whoever runs another provider can log in as any citizen."));
    all.put(
        Fault.ID_TOKEN_WRONG_AUDIENCE,
        refuse(
            RULE + "3",
            "Any other application can use the id tokens of its visitors to log in here as them."));
    all.put(
        Fault.ID_TOKEN_WITHOUT_ISSUER,
        refuse(RULE + "2", "Whoever runs another provider can log in as any citizen."));
    all.put(
        Fault.ID_TOKEN_WITHOUT_AUDIENCE,
        refuse(RULE + "3", "A token that was made for nobody in particular logs its finder in."));
    all.put(
        Fault.ID_TOKEN_WITHOUT_SUBJECT,
        refuse(
            "OpenID Connect Core 1.0, 2", "All people without a subject share one account here."));
    all.put(
        Fault.ID_TOKEN_IS_LOGOUT_TOKEN,
        either(
            "OpenID Connect Back-Channel Logout 1.0, 4",
            "Its type and its event tell it apart; a client that asks for a nonce is safe too."));
    all.put(
        Fault.ID_TOKEN_SECOND_AUDIENCE,
        refuse(
            RULE + "3",
            "An application that shares an id token with this one can log in here with it."));
    all.put(
        Fault.ID_TOKEN_WRONG_AZP,
        either(RULE + "5", "A client may look at azp; to do so is the safer choice."));
    all.put(
        Fault.ID_TOKEN_WRONG_NONCE,
        refuse(RULE + "11", "An id token of another login, such as a stolen one, can be put in."));
    all.put(
        Fault.ID_TOKEN_WITHOUT_NONCE,
        refuse(
            RULE + "11", "An id token of any other login, such as a stolen one, can be put in."));
    all.put(
        Fault.ID_TOKEN_WRONG_AT_HASH,
        either("OpenID Connect Core 1.0, 3.1.3.8", "In the code flow a client may compare it."));
    all.put(
        Fault.ID_TOKEN_MISSING,
        refuse(
            "OpenID Connect Core 1.0, 3.1.3.3",
            "People are logged in of whom no provider said who they are."));
    all.put(
        Fault.ID_TOKEN_REAL_CITIZEN_NUMBER, either("", "In production it is an ordinary number."));
  }

  private static void addTimes(Map<Fault, Expected> all) {
    all.put(
        Fault.ID_TOKEN_EXPIRED,
        refuse(RULE + "9", "An id token from an old log or backup logs its finder in."));
    all.put(
        Fault.ID_TOKEN_WITHOUT_EXPIRY,
        refuse("OpenID Connect Core 1.0, 2", "A leaked id token is good forever."));
    all.put(
        Fault.ID_TOKEN_ISSUED_LONG_AGO,
        either(RULE + "10", "How old a token may be is the client's choice."));
    all.put(
        Fault.ID_TOKEN_WITHOUT_ISSUE_TIME,
        refuse("OpenID Connect Core 1.0, 2", "Nobody can tell how old the token is."));
    all.put(
        Fault.ID_TOKEN_NOT_YET_VALID,
        refuse("RFC 7519, 4.1.5", "A token that is good from tomorrow on works today."));
    all.put(
        Fault.ID_TOKEN_ISSUED_IN_FUTURE,
        either(RULE + "10", "How far its time may be off is the client's choice."));
  }

  private static void addSignatures(Map<Fault, Expected> all) {
    all.put(Fault.ID_TOKEN_BAD_SIGNATURE, refuse(RULE + "6", FORGED));
    all.put(Fault.ID_TOKEN_UNKNOWN_KEY, refuse("RFC 8725, 3.8", FORGED));
    all.put(Fault.ID_TOKEN_ALG_NONE, refuse("RFC 8725, 3.2", FORGED));
    all.put(
        Fault.ID_TOKEN_ALG_RS256,
        refuse(
            "FAPI 2.0 Security Profile, 5.4.1",
            "An attacker chooses the weakest algorithm that the provider has a key for."));
    all.put(
        Fault.ID_TOKEN_SYMMETRIC,
        refuse("RFC 8725, 3.1", "Everybody who can read the public key can sign with it."));
    all.put(
        Fault.ID_TOKEN_WITHOUT_KID,
        accept("OpenID Connect Core 1.0, 10.1", "With one key, no key id is needed."));
  }

  private static void addHeaders(Map<Fault, Expected> all) {
    all.put(Fault.ID_TOKEN_WITH_JKU, refuse("RFC 8725, 3.8 and 3.10", FOREIGN_KEY));
    all.put(Fault.ID_TOKEN_WITH_X5U, refuse("RFC 8725, 3.8 and 3.10", FOREIGN_KEY));
    all.put(Fault.ID_TOKEN_WITH_EMBEDDED_KEY, refuse("RFC 8725, 3.8", FOREIGN_KEY));
    all.put(
        Fault.ID_TOKEN_WITH_CRIT,
        refuse(
            "RFC 7515, 4.1.11",
            "A rule that the provider calls critical, such as a restriction, is passed over."));
  }

  private static void addAssurance(Map<Fault, Expected> all) {
    all.put(
        Fault.ID_TOKEN_LOWER_LEVEL,
        refuse(RULE + "12", "A password is enough where a chip card was demanded.")
            .where(Need.LEVEL));
    all.put(
        Fault.ID_TOKEN_WITHOUT_LEVEL,
        refuse(RULE + "12", "A password is enough where a chip card was demanded.")
            .where(Need.LEVEL));
    all.put(
        Fault.ID_TOKEN_WITHOUT_LOGIN_TIME,
        refuse(
                "OpenID Connect Core 1.0, 3.1.2.1",
                "Whoever finds a browser of yesterday need not log in again.")
            .where(Need.AGE));
    all.put(
        Fault.ID_TOKEN_STALE_LOGIN,
        refuse(RULE + "13", "Whoever finds a browser of yesterday need not log in again.")
            .where(Need.AGE));
  }
}
