package vn.eid.mock.examine;

import static vn.eid.mock.examine.Expected.accept;
import static vn.eid.mock.examine.Expected.either;
import static vn.eid.mock.examine.Expected.refuse;

import java.util.Map;
import vn.eid.mock.Fault;

/** What is expected about what is posted to an application. */
final class NoticeExpectations {
  private static final String RULE = "OpenID Connect Back-Channel Logout 1.0, 2.6, number ";
  private static final String LOGS_OUT = "Anybody can end the sessions of anybody.";
  private static final String TELLS = "Anybody can tell the application what the registry did.";
  private static final String COPIES = "A copy of it cannot be told from it, and works again.";

  private NoticeExpectations() {}

  static void addTo(Map<Fault, Expected> all) {
    addForgedLogouts(all);
    addOddLogouts(all);
    addEvents(all);
  }

  private static void addForgedLogouts(Map<Fault, Expected> all) {
    all.put(Fault.LOGOUT_TOKEN_BAD_SIGNATURE, refuse(RULE + "2", LOGS_OUT));
    all.put(Fault.LOGOUT_TOKEN_ALG_NONE, refuse(RULE + "3", LOGS_OUT));
    all.put(Fault.LOGOUT_TOKEN_WRONG_ISSUER, refuse(RULE + "4", LOGS_OUT));
    all.put(
        Fault.LOGOUT_TOKEN_WRONG_AUDIENCE,
        refuse(RULE + "4", "Another application can end the sessions here."));
    all.put(
        Fault.LOGOUT_TOKEN_IS_ID_TOKEN,
        refuse(RULE + "6", "Who gets hold of an id token can end its owner's sessions."));
    all.put(
        Fault.LOGOUT_TOKEN_WITH_NONCE,
        refuse(RULE + "7", "An id token can be made to pass for a logout token."));
  }

  private static void addOddLogouts(Map<Fault, Expected> all) {
    all.put(
        Fault.LOGOUT_TOKEN_ISSUED_IN_FUTURE,
        either(RULE + "4", "How far its time may be off is the application's choice."));
    all.put(
        Fault.LOGOUT_TOKEN_EXPIRED,
        refuse(RULE + "4", "A logout token that was kept ends the sessions of later."));
    all.put(
        Fault.LOGOUT_TOKEN_ISSUED_LONG_AGO,
        either(RULE + "4", "How old a token may be is the application's choice."));
    all.put(
        Fault.LOGOUT_TOKEN_OTHER_EVENT,
        refuse(RULE + "6", "Any event of the provider's passes for a logout."));
    all.put(
        Fault.LOGOUT_TOKEN_TWICE,
        either(RULE + "8", "To remember the jti is optional; the session is over already."));
    all.put(
        Fault.LOGOUT_TOKEN_WITHOUT_EXPIRY,
        refuse("OpenID Connect Back-Channel Logout 1.0, 2.4", "A leaked one is good forever."));
    all.put(
        Fault.LOGOUT_TOKEN_WITHOUT_SUBJECT,
        refuse(RULE + "5", "It is said to be done, and nobody was logged out."));
    all.put(
        Fault.LOGOUT_TOKEN_WITHOUT_EVENT,
        refuse(RULE + "6", "Any token of the provider's passes for a logout token."));
    all.put(
        Fault.LOGOUT_TOKEN_WITHOUT_JTI,
        refuse("OpenID Connect Back-Channel Logout 1.0, 2.4", COPIES));
  }

  private static void addEvents(Map<Fault, Expected> all) {
    all.put(Fault.EVENT_BAD_SIGNATURE, refuse("RFC 8935, 2.4", TELLS));
    all.put(Fault.EVENT_WRONG_ISSUER, refuse("RFC 8935, 2.4", TELLS));
    all.put(
        Fault.EVENT_WRONG_AUDIENCE,
        refuse("RFC 8935, 2.4", "What others were told passes for news to this application."));
    all.put(Fault.EVENT_ALG_NONE, refuse("RFC 8935, 2.4; RFC 8725, 3.2", TELLS));
    all.put(
        Fault.EVENT_SIGNED_BY_LOGIN_KEY,
        refuse("RFC 8935, 2.4", "The login provider can tell what only the registry knows."));
    all.put(
        Fault.EVENT_WRONG_TYPE,
        either("RFC 8417, 2.3", "The type is recommended; it keeps other tokens apart."));
    all.put(
        Fault.EVENT_WITHOUT_ISSUE_TIME,
        refuse("RFC 8417, 2.2", "Nobody can tell whether the news is old."));
    all.put(
        Fault.EVENT_OUT_OF_ORDER,
        accept("RFC 8935, 2", "News may overtake each other on their way."));
    all.put(
        Fault.EVENT_TOO_OLD,
        either("RFC 8417, 2.2", "What happened does not expire; how late it may come is open."));
    all.put(
        Fault.EVENT_FROM_THE_FUTURE,
        either("RFC 8417, 2.2", "How far its time may be off is the application's choice."));
    all.put(
        Fault.EVENT_TWICE, accept("RFC 8935, 2", "The sender repeats what it saw no answer to."));
    all.put(
        Fault.EVENT_UNKNOWN_TYPE,
        either("RFC 8935, 2.4", "It may be acknowledged and left alone, or refused."));
    all.put(Fault.EVENT_WITHOUT_JTI, refuse("RFC 8417, 2.2", COPIES));
    addOddEvents(all);
  }

  private static void addOddEvents(Map<Fault, Expected> all) {
    all.put(
        Fault.EVENT_SEVERAL,
        either(
            "OpenID Shared Signals Framework 1.0, 4", "RFC 8417 leaves open how many there are."));
    all.put(
        Fault.EVENT_OVERSIZED,
        either("RFC 8935, 2.4", "What an application takes is its choice; some kilobytes do."));
    all.put(
        Fault.EVENT_OLD_VERSION,
        accept("RFC 8935, 2", "News may overtake each other; the old ones need not come again."));
    all.put(
        Fault.EVENT_WITHOUT_VERSION,
        accept("RFC 8417, 2.2", "Versions are this server's own; most events have none."));
    all.put(
        Fault.EVENT_UNKNOWN_MEMBER,
        accept("RFC 8417, 2.2", "A later version of the registry says more."));
  }
}
