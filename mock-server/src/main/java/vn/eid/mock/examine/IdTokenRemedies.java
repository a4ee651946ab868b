package vn.eid.mock.examine;

import java.util.List;
import java.util.Map;
import vn.eid.mock.Fault;

/** What to do about id tokens, encrypted or not. */
final class IdTokenRemedies {
  private static final String SIGNED_WITHIN =
      "After decryption, check that what is inside is signed, and by whom, as if it had come alone.";

  private IdTokenRemedies() {}

  static void addTo(Map<Fault, String> all) {
    addClaims(all);
    addTimes(all);
    addSignatures(all);
    addEncryption(all);
  }

  private static void addClaims(Map<Fault, String> all) {
    for (Fault fault : List.of(Fault.ID_TOKEN_WRONG_ISSUER, Fault.ID_TOKEN_WITHOUT_ISSUER)) {
      all.put(fault, "Compare iss with the issuer you are set up for, and refuse all others.");
    }
    for (Fault fault : List.of(Fault.ID_TOKEN_WRONG_AUDIENCE, Fault.ID_TOKEN_WITHOUT_AUDIENCE)) {
      all.put(fault, "Refuse an id token whose aud is not your client id.");
    }
    all.put(
        Fault.ID_TOKEN_SECOND_AUDIENCE,
        "Refuse an id token whose aud names anybody beside your client id.");
    all.put(Fault.ID_TOKEN_WITHOUT_SUBJECT, "Refuse an id token without sub.");
    for (Fault fault : List.of(Fault.ID_TOKEN_WRONG_NONCE, Fault.ID_TOKEN_WITHOUT_NONCE)) {
      all.put(
          fault,
          "Send a new nonce with each login, keep it for this browser, and refuse an id token with"
              + " another one or none.");
    }
    all.put(Fault.ID_TOKEN_MISSING, "Log nobody in where the token response has no id_token.");
    for (Fault fault : List.of(Fault.ID_TOKEN_LOWER_LEVEL, Fault.ID_TOKEN_WITHOUT_LEVEL)) {
      all.put(fault, "Compare acr with the levels you demanded; refuse a lower one and none.");
    }
    for (Fault fault : List.of(Fault.ID_TOKEN_STALE_LOGIN, Fault.ID_TOKEN_WITHOUT_LOGIN_TIME)) {
      all.put(
          fault, "Where you sent max_age, refuse an auth_time that is older than that, and none.");
    }
  }

  private static void addTimes(Map<Fault, String> all) {
    for (Fault fault : List.of(Fault.ID_TOKEN_EXPIRED, Fault.ID_TOKEN_WITHOUT_EXPIRY)) {
      all.put(fault, "Refuse an id token whose exp is past, but for a minute, or that has none.");
    }
    all.put(Fault.ID_TOKEN_WITHOUT_ISSUE_TIME, "Refuse an id token without iat.");
    all.put(
        Fault.ID_TOKEN_NOT_YET_VALID, "Refuse an id token whose nbf is to come, but for a minute.");
  }

  private static void addSignatures(Map<Fault, String> all) {
    for (Fault fault : List.of(Fault.ID_TOKEN_BAD_SIGNATURE, Fault.ID_TOKEN_UNKNOWN_KEY)) {
      all.put(
          fault,
          "Check the signature with a key of the provider's jwks_uri, and with no other; many"
              + " libraries have to be told to.");
    }
    for (Fault fault :
        List.of(
            Fault.ID_TOKEN_WITH_JKU, Fault.ID_TOKEN_WITH_X5U, Fault.ID_TOKEN_WITH_EMBEDDED_KEY)) {
      all.put(
          fault,
          "Take keys from the provider's jwks_uri alone, whatever jku, x5u or jwk in the header"
              + " say, and check the signature with them.");
    }
    for (Fault fault :
        List.of(Fault.ID_TOKEN_ALG_NONE, Fault.ID_TOKEN_ALG_RS256, Fault.ID_TOKEN_SYMMETRIC)) {
      all.put(
          fault,
          "Set the algorithms that you accept, such as ES256 alone, and leave it to no header.");
    }
    all.put(
        Fault.ID_TOKEN_WITH_CRIT,
        "Refuse a token whose header has crit, unless you know all that it names.");
  }

  private static void addEncryption(Map<Fault, String> all) {
    all.put(
        Fault.ID_TOKEN_NOT_ENCRYPTED,
        "Where you are registered for encryption, refuse an id token that came without it.");
    for (Fault fault :
        List.of(Fault.ID_TOKEN_ENCRYPTED_UNSIGNED, Fault.ID_TOKEN_ENCRYPTED_ALG_NONE_INSIDE)) {
      all.put(fault, SIGNED_WITHIN);
    }
    all.put(
        Fault.ID_TOKEN_ENCRYPTED_COMPRESSED,
        "Refuse an encrypted token whose header has zip, before anything is unpacked.");
    for (Fault fault : List.of(Fault.ID_TOKEN_ENCRYPTED_PBES2, Fault.ID_TOKEN_ENCRYPTED_RSA1_5)) {
      all.put(
          fault,
          "Set the one alg and enc that you are registered for, and refuse all others before"
              + " anything is decrypted.");
    }
    for (Fault fault :
        List.of(Fault.ID_TOKEN_ENCRYPTED_FOR_OTHER_KEY, Fault.ID_TOKEN_ENCRYPTED_CUT)) {
      all.put(fault, "Log nobody in with a token that cannot be decrypted, tag and all.");
    }
  }
}
