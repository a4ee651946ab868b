package vn.eid.mock.examine;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import vn.eid.mock.Fault;

/** What to do where something was accepted that must be refused: a sentence for each fault. */
final class Remedies {
  /** For an application that never asked for the keys, and so checks no signature. */
  static final String TLS =
      "The application never fetched the provider's keys: it relies on TLS to the token endpoint in"
          + " the place of the signature, which OpenID Connect Core 1.0, 3.1.3.7, number 6, allows"
          + " for id tokens from there; then whoever gets into that connection, such as a proxy that"
          + " opens TLS, logs in as anybody";

  private static final String OTHER_BROWSER =
      "Keep the state in a cookie or session of the browser that began the login, and refuse the"
          + " return in one that has none.";
  private static final Set<Fault> SIGNATURES =
      Set.of(
          Fault.ID_TOKEN_BAD_SIGNATURE,
          Fault.ID_TOKEN_UNKNOWN_KEY,
          Fault.ID_TOKEN_WITH_JKU,
          Fault.ID_TOKEN_WITH_X5U,
          Fault.ID_TOKEN_WITH_EMBEDDED_KEY);
  private static final Map<Fault, String> ALL = new EnumMap<>(Fault.class);

  static {
    LoginRemedies.addTo(ALL);
    IdTokenRemedies.addTo(ALL);
    NoticeRemedies.addTo(ALL);
  }

  private Remedies() {}

  /** The sentence; empty where the fault need not be refused. */
  static String of(Trial trial) {
    return trial.fault().map(fault -> ALL.getOrDefault(fault, "")).orElse(OTHER_BROWSER);
  }

  /** Whether the signature alone could tell the application. */
  static boolean isAboutSignature(Trial trial) {
    return trial.fault().filter(SIGNATURES::contains).isPresent();
  }
}
