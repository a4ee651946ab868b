package vn.eid.mock.examine;

/** Why a fault that was switched on did not happen, and what to do about it. */
final class NotTried {
  private NotTried() {}

  static String why(Trial trial) {
    String name = trial.name();
    if (name.startsWith("DISCOVERY_")) {
      return "the application had the discovery document already; restart it, and examine it"
          + " before anybody logs in";
    }
    if (name.startsWith("KEYS_")) {
      return "the application did not fetch the keys again, though they had changed; restart it,"
          + " and examine it before anybody logs in";
    }
    if (name.contains("ENCRYPTED")) {
      return "id tokens are not encrypted for this application; --encrypt-id-tokens does so";
    }
    if (name.startsWith("USERINFO_")) {
      return "the application does not ask userinfo";
    }
    return "the login did not come that far";
  }
}
