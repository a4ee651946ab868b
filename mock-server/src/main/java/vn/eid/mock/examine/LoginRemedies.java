package vn.eid.mock.examine;

import java.util.List;
import java.util.Map;
import vn.eid.mock.Fault;

/** What to do about the ways of a login: discovery, keys, the way back, the answers. */
final class LoginRemedies {
  private LoginRemedies() {}

  static void addTo(Map<Fault, String> all) {
    addDocuments(all);
    addCallback(all);
    addAnswers(all);
  }

  private static void addDocuments(Map<Fault, String> all) {
    for (Fault fault : List.of(Fault.DISCOVERY_WRONG_ISSUER, Fault.DISCOVERY_WITHOUT_ISSUER)) {
      all.put(
          fault,
          "Compare issuer in the discovery document with the issuer you are set up for, and use"
              + " nothing of a document that differs.");
    }
    for (Fault fault : List.of(Fault.KEYS_HTML, Fault.KEYS_EMPTY, Fault.KEYS_HTTP_ERROR_500)) {
      all.put(fault, "Log nobody in while you have no key to check the id token with.");
    }
  }

  private static void addCallback(Map<Fault, String> all) {
    for (Fault fault :
        List.of(
            Fault.CALLBACK_WITHOUT_ISS,
            Fault.CALLBACK_WRONG_ISS,
            Fault.CALLBACK_ERROR_WITHOUT_ISS,
            Fault.CALLBACK_ERROR_WRONG_ISS)) {
      all.put(
          fault,
          "Compare iss in the return with the issuer that the login was begun at, before you use"
              + " anything else of it; refuse a return without iss.");
    }
    for (Fault fault :
        List.of(
            Fault.CALLBACK_WRONG_STATE,
            Fault.CALLBACK_WITHOUT_STATE,
            Fault.CALLBACK_ERROR_WRONG_STATE)) {
      all.put(
          fault,
          "Compare state in the return with the one kept for this browser, and refuse another one"
              + " and none.");
    }
    all.put(Fault.CALLBACK_WITHOUT_CODE, "Log nobody in without a code that bought an id token.");
    all.put(
        Fault.CALLBACK_CODE_AND_ERROR,
        "Look for error in the return first, and end the login where it is there.");
    all.put(Fault.CALLBACK_TWO_CODES, "Refuse a return in which a parameter stands twice.");
  }

  private static void addAnswers(Map<Fault, String> all) {
    for (Fault fault : List.of(Fault.TOKEN_TYPE_BEARER, Fault.TOKEN_TYPE_MISSING)) {
      all.put(
          fault,
          "Where you sent a DPoP proof, refuse a token response whose token_type is not DPoP.");
    }
    all.put(
        Fault.PAR_RESPONSE_WITHOUT_REQUEST_URI,
        "Send nobody to the login without the request_uri of the pushed request.");
    for (Fault fault : List.of(Fault.USERINFO_OTHER_SUBJECT, Fault.USERINFO_WITHOUT_SUBJECT)) {
      all.put(
          fault,
          "Compare sub of the userinfo answer with sub of the id token, and use nothing of an answer"
              + " that differs.");
    }
    for (Fault fault :
        List.of(
            Fault.TRANSPORT_GARBAGE_BODY,
            Fault.TRANSPORT_EMPTY,
            Fault.TRANSPORT_PAGE,
            Fault.TOKEN_RESPONSE_HTML)) {
      all.put(fault, "Read the token response as JSON, and log nobody in where it is none.");
    }
    for (Fault fault : List.of(Fault.TRANSPORT_REDIRECT, Fault.TOKEN_RESPONSE_REDIRECT)) {
      all.put(fault, "Have your HTTP client follow no redirects of the token endpoint.");
    }
  }
}
