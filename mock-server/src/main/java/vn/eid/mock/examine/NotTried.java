package vn.eid.mock.examine;

/** Why a fault that was switched on did not happen, and what to do about it where one can. */
final class NotTried {
  private static final String RESTART =
      "; restart it while this command runs, and let nobody log in before";
  private static final String IN_VAIN = "; a restart changes nothing";

  private final Fetched fetched;

  NotTried(Fetched fetched) {
    this.fetched = fetched;
  }

  /**
   * The reason in a clause.
   *
   * @param loggedIn whether the login succeeded
   * @param cameToTokens whether the application asked for tokens
   */
  String why(Trial trial, boolean loggedIn, boolean cameToTokens) {
    String name = trial.name();
    if (name.startsWith("DISCOVERY_")) {
      return discovery(trial);
    }
    if (name.startsWith("KEYS_")) {
      return keys(trial, loggedIn, cameToTokens);
    }
    if (name.contains("ENCRYPTED")) {
      return "id tokens are not encrypted for this application; --encrypt-id-tokens does so";
    }
    if (name.startsWith("USERINFO_") && loggedIn) {
      return "the application does not ask userinfo";
    }
    return "the login did not come that far";
  }

  private String discovery(Trial trial) {
    if (fetched.discoveryAtStart()) {
      return "the application reads the discovery document as it starts" + IN_VAIN;
    }
    return Trial.FIRST.contains(trial)
        ? "the application had the discovery document already" + RESTART
        : "the application has the discovery document by then, and reads it once" + IN_VAIN;
  }

  private String keys(Trial trial, boolean loggedIn, boolean cameToTokens) {
    if (loggedIn) {
      // By then the provider signs with a key that the application cannot know.
      return "the application logs people in without fetching the key that signed: it does not"
          + " check the signature of id tokens, and leaves that to TLS"
          + IN_VAIN;
    }
    if (!cameToTokens) {
      return "the login did not come that far";
    }
    if (fetched.keysAtStart()) {
      return "the application reads the keys as it starts" + IN_VAIN;
    }
    return Trial.FIRST.contains(trial)
        ? "the application had the keys already, and did not fetch them again" + RESTART
        : "the application has the keys by then, and lets no token make it fetch them again, as it"
            + " may"
            + IN_VAIN;
  }
}
