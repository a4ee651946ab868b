package vn.eid.mock.examine;

import static vn.eid.mock.examine.Expected.accept;
import static vn.eid.mock.examine.Expected.either;
import static vn.eid.mock.examine.Expected.outside;
import static vn.eid.mock.examine.Expected.refuse;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.eid.mock.Fault;

/** What is expected about the ways of a login: discovery, keys, the way back, the answers. */
final class LoginExpectations {
  private static final String UNCHECKED =
      "The signature was not checked, for there was nothing to check it with: who can write to the"
          + " connection can log in as anybody.";
  private static final String PHONE = "It is about logins on the phone, which no browser can lead.";
  private static final String OWN_REGISTRATION =
      "The provider rejects the application, which believes nothing wrong.";

  private LoginExpectations() {}

  static void addTo(Map<Fault, Expected> all) {
    addDocuments(all);
    addCallback(all);
    addAnswers(all);
    addOutside(all);
  }

  private static void addDocuments(Map<Fault, Expected> all) {
    all.put(
        Fault.DISCOVERY_WRONG_ISSUER,
        refuse(
            "OpenID Connect Discovery 1.0, 4.3",
            "A provider can pose as another one, and collect its logins (mix-up)."));
    // The application would keep the document, and need a restart.
    all.put(
        Fault.DISCOVERY_WITHOUT_PAR,
        outside("The server takes no plain request, so nobody could log in without it."));
    all.put(
        Fault.DISCOVERY_WITHOUT_ISSUER,
        refuse(
            "OpenID Connect Discovery 1.0, 4.3",
            "A provider can pose as another one, and collect its logins (mix-up)."));
    all.put(
        Fault.DISCOVERY_PLAIN_HTTP,
        either(
            "OpenID Connect Discovery 1.0, 3",
            "In a sandbox over plain http, no client can tell it from what is meant."));
    all.put(
        Fault.KEYS_SAME_KID,
        either("RFC 7517, 4.5", "To try each key of the id is as safe as to give up."));
    all.put(
        Fault.KEYS_UNUSABLE_BESIDE,
        accept("RFC 7517, 5", "Keys that a client does not understand are passed over."));
    all.put(Fault.KEYS_HTML, refuse("RFC 7517, 5", UNCHECKED));
    all.put(Fault.KEYS_EMPTY, refuse("OpenID Connect Core 1.0, 3.1.3.7, number 6", UNCHECKED));
    all.put(
        Fault.KEYS_HTTP_ERROR_500, refuse("OpenID Connect Core 1.0, 3.1.3.7, number 6", UNCHECKED));
    all.put(
        Fault.KEYS_SEVERAL_WITHOUT_KID,
        either(
            "OpenID Connect Core 1.0, 10.1",
            "With several keys there must be a key id; to try each key is as safe as to give up."));
  }

  private static void addCallback(Map<Fault, Expected> all) {
    all.put(
        Fault.CALLBACK_WITHOUT_ISS,
        refuse(
            "RFC 9207, 2.4",
            "Where the application knows two providers, one can get the codes of the other"
                + " (mix-up)."));
    all.put(
        Fault.CALLBACK_WRONG_ISS,
        refuse(
            "RFC 9207, 2.4",
            "An answer of one provider passes for the answer of another (mix-up)."));
    all.put(
        Fault.CALLBACK_WRONG_STATE,
        refuse(
            "RFC 6749, 10.12",
            "An attacker can slip the end of a login of theirs to somebody else (login CSRF)."));
    all.put(
        Fault.CALLBACK_WITHOUT_STATE,
        refuse(
            "RFC 6749, 10.12",
            "An attacker can slip the end of a login of theirs to somebody else (login CSRF)."));
    all.put(
        Fault.CALLBACK_WITHOUT_CODE,
        refuse("RFC 6749, 4.1.2", "Somebody is logged in of whom nobody said who they are."));
    all.put(
        Fault.CALLBACK_CODE_AND_ERROR,
        refuse("RFC 6749, 4.1.2.1", "A citizen who declined is logged in."));
    for (Fault refusal :
        List.of(
            Fault.CALLBACK_ERROR_WRONG_STATE,
            Fault.CALLBACK_ERROR_WITHOUT_ISS,
            Fault.CALLBACK_ERROR_WRONG_ISS)) {
      all.put(refusal, refuse("RFC 6749, 4.1.2.1; RFC 9207, 2.4", "Who declined is logged in."));
    }
    all.put(
        Fault.CALLBACK_TWO_CODES,
        refuse(
            "RFC 6749, 3.1",
            "What a filter before the application checks need not be what the application uses."));
  }

  private static void addAnswers(Map<Fault, Expected> all) {
    all.put(
        Fault.TOKEN_TYPE_BEARER,
        refuse("RFC 9449, 5", "An access token that is stolen works for the thief."));
    all.put(
        Fault.TOKEN_TYPE_LOWER_CASE,
        accept("RFC 6749, 5.1", "The type is compared without regard to case."));
    all.put(
        Fault.TOKEN_TYPE_MISSING,
        refuse("RFC 6749, 5.1", "An access token that is bound to no key works for a thief."));
    all.put(
        Fault.TOKEN_RESPONSE_WITHOUT_TOKEN,
        either("RFC 6749, 5.1", "The id token alone says who it is; the answer is broken still."));
    all.put(
        Fault.TOKEN_RESPONSE_EXPIRED,
        either("RFC 6749, 5.1", "The access token is of no use; who logged in is known."));
    all.put(
        Fault.PAR_RESPONSE_WITHOUT_REQUEST_URI,
        refuse("RFC 9126, 2.2", "The login goes on outside what was pushed."));
    all.put(
        Fault.PAR_RESPONSE_EXPIRED,
        either("RFC 9126, 2.2", "The provider decides whether the request is still good."));
    all.put(
        Fault.USERINFO_WITHOUT_SUBJECT,
        refuse(
            "OpenID Connect Core 1.0, 5.3.2",
            "Somebody else's name and number are put to the person who logged in."));
    all.put(
        Fault.TOKEN_RESPONSE_WITHOUT_EXPIRY,
        accept("RFC 6749, 5.1", "The lifetime is recommended, not required."));
    all.put(
        Fault.USERINFO_OTHER_SUBJECT,
        refuse(
            "OpenID Connect Core 1.0, 5.3.2",
            "Somebody else's name and number are put to the person who logged in."));
  }

  private static void addOutside(Map<Fault, Expected> all) {
    all.put(Fault.CLIENT_AUDIENCE_TOKEN_ENDPOINT, outside(OWN_REGISTRATION));
    all.put(Fault.CLIENT_KEY_UNREGISTERED, outside(OWN_REGISTRATION));
    all.put(Fault.REFRESH_TOKEN_ROTATED, outside("It happens long after the login."));
    all.put(Fault.REFRESH_ID_TOKEN_OTHER_SUBJECT, outside("It happens long after the login."));
    Arrays.stream(Fault.values())
        .filter(fault -> fault.name().startsWith("PUSH_") || fault.name().startsWith("PING_"))
        .forEach(fault -> all.put(fault, outside(PHONE)));
  }
}
