package vn.eid.mock.examine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.eid.mock.Fault;

/**
 * One thing that is tried.
 *
 * @param name by which it is chosen on the command line: a fault's own
 * @param sentence what is wrong
 * @param fault what the server is told to do; empty where the examination does it
 */
record Trial(String name, String sentence, Expected expected, Optional<Fault> fault) {
  /** A login that one browser begins, and another one ends. */
  static final Trial OTHER_BROWSER =
      new Trial(
          "CALLBACK_IN_ANOTHER_BROWSER",
          "The return from the login is opened in a browser that began no login.",
          Expected.refuse(
              "RFC 6749, 10.12; RFC 9700, 4.7",
              "An attacker can send the end of a login of theirs to somebody else, who then works"
                  + " in the attacker's account (login CSRF)."),
          Optional.empty());

  /** A good logout token that comes again, after the first one was taken. */
  static final Trial LOGOUT_AGAIN =
      new Trial(
          "LOGOUT_TOKEN_AGAIN",
          "A good logout token comes again.",
          Expected.either(
              "OpenID Connect Back-Channel Logout 1.0, 2.6, number 8",
              "To remember the jti is optional; the session is over already."),
          Optional.empty());

  /**
   * What may leave traces in the application's memory if it comes first, and cannot be tried later,
   * when the application has what it needs.
   */
  static final List<Trial> FIRST =
      Stream.of(
              Fault.DISCOVERY_WRONG_ISSUER,
              Fault.DISCOVERY_WITHOUT_ISSUER,
              Fault.KEYS_HTTP_ERROR_500,
              Fault.KEYS_HTML,
              Fault.KEYS_EMPTY)
          .map(Trial::of)
          .toList();

  static final List<Trial> LOGOUTS =
      Stream.concat(of(fault -> fault.name().startsWith("LOGOUT_")), Stream.of(LOGOUT_AGAIN))
          .toList();

  static final List<Trial> EVENTS = of(fault -> fault.name().startsWith("EVENT_")).toList();

  /** What is tried in a login that works; the keys without ids come last, for they are cached. */
  static final List<Trial> LOGINS =
      Stream.of(
              of(Trial::isOfLogin).filter(trial -> !FIRST.contains(trial)),
              Stream.of(OTHER_BROWSER),
              Stream.of(of(Fault.KEYS_SEVERAL_WITHOUT_KID)))
          .flatMap(trials -> trials)
          .toList();

  private static boolean isOfLogin(Fault fault) {
    return fault.family() != Fault.Family.EVENTS && fault != Fault.KEYS_SEVERAL_WITHOUT_KID;
  }

  private static Stream<Trial> of(Predicate<Fault> wanted) {
    return Arrays.stream(Fault.values())
        .filter(wanted)
        .map(Trial::of)
        .filter(trial -> trial.expected().expectation() != Expectation.OUTSIDE);
  }

  static Trial of(Fault fault) {
    return new Trial(fault.name(), fault.sentence(), Expectations.of(fault), Optional.of(fault));
  }

  /** Everything that there is. */
  static Stream<Trial> all() {
    return Stream.of(FIRST, LOGINS, LOGOUTS, EVENTS).flatMap(List::stream);
  }

  /** The name as words: {@code id token second audience}. */
  String words() {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
