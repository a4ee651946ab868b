package vn.eid.mock.examine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.eid.mock.Fault;
import vn.eid.mock.Spelling;

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

  static final List<Trial> LOGOUTS = of(fault -> fault.name().startsWith("LOGOUT_")).toList();

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

  static boolean is(Trial trial, Fault fault) {
    return trial.fault().filter(fault::equals).isPresent();
  }

  /**
   * The trial of a name, in any case, with dashes or underscores.
   *
   * @throws IllegalArgumentException if there is none; it tells the nearest name
   */
  static Trial named(String name) {
    String wanted = Spelling.constant(name);
    return all()
        .filter(trial -> trial.name().equals(wanted))
        .findFirst()
        .orElseThrow(() -> unknown(name, wanted));
  }

  private static IllegalArgumentException unknown(String name, String wanted) {
    String nearest = Spelling.nearest(wanted, all().map(Trial::name)).orElseThrow();
    boolean isFault = Arrays.stream(Fault.values()).anyMatch(it -> it.name().equals(wanted));
    return new IllegalArgumentException(
        isFault
            ? "No login in a browser and no webhook shows " + name + ", so it is not tried."
            : "There is no " + name + " to try; the nearest one is " + nearest + ".");
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
