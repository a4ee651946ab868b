package vn.eid.mock.examine;

import java.util.List;
import java.util.Map;
import vn.eid.mock.Fault;

/** What to do about what is posted to an application. */
final class NoticeRemedies {
  private NoticeRemedies() {}

  static void addTo(Map<Fault, String> all) {
    addLogouts(all);
    addLogoutClaims(all);
    addEvents(all);
  }

  private static void addLogouts(Map<Fault, String> all) {
    for (Fault fault : List.of(Fault.LOGOUT_TOKEN_BAD_SIGNATURE, Fault.LOGOUT_TOKEN_ALG_NONE)) {
      all.put(
          fault,
          "Check the signature of a logout token with the provider's keys, and accept the"
              + " algorithms of its id tokens alone.");
    }
    for (Fault fault :
        List.of(Fault.LOGOUT_TOKEN_WRONG_ISSUER, Fault.LOGOUT_TOKEN_WRONG_AUDIENCE)) {
      all.put(fault, "Check iss and aud of a logout token as you do those of an id token.");
    }
    for (Fault fault : List.of(Fault.LOGOUT_TOKEN_EXPIRED, Fault.LOGOUT_TOKEN_WITHOUT_EXPIRY)) {
      all.put(
          fault, "Refuse a logout token whose exp is past, but for a minute, or that has none.");
    }
    for (Fault fault :
        List.of(
            Fault.LOGOUT_TOKEN_IS_ID_TOKEN,
            Fault.LOGOUT_TOKEN_OTHER_EVENT,
            Fault.LOGOUT_TOKEN_WITHOUT_EVENT)) {
      all.put(
          fault,
          "Refuse a logout token whose events do not name"
              + " http://schemas.openid.net/event/backchannel-logout.");
    }
  }

  private static void addLogoutClaims(Map<Fault, String> all) {
    all.put(Fault.LOGOUT_TOKEN_WITH_NONCE, "Refuse a logout token with a nonce.");
    all.put(
        Fault.LOGOUT_TOKEN_WITHOUT_SUBJECT, "Refuse a logout token with neither a sub nor a sid.");
    all.put(Fault.LOGOUT_TOKEN_WITHOUT_JTI, "Refuse a logout token without a jti.");
  }

  private static void addEvents(Map<Fault, String> all) {
    for (Fault fault :
        List.of(Fault.EVENT_BAD_SIGNATURE, Fault.EVENT_ALG_NONE, Fault.EVENT_SIGNED_BY_LOGIN_KEY)) {
      all.put(
          fault,
          "Check the signature of an event with the registry's own keys and algorithm, not with"
              + " those of the logins.");
    }
    for (Fault fault : List.of(Fault.EVENT_WRONG_ISSUER, Fault.EVENT_WRONG_AUDIENCE)) {
      all.put(
          fault, "Refuse an event whose iss is not the registry, or whose aud is not your client.");
    }
    all.put(Fault.EVENT_WITHOUT_ISSUE_TIME, "Refuse an event without iat.");
    all.put(Fault.EVENT_WITHOUT_JTI, "Refuse an event without a jti.");
  }
}
