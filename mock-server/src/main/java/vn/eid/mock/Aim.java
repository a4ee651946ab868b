package vn.eid.mock;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where some faults happen: they are in one place only, so that one aimed elsewhere would never
 * strike.
 *
 * @param faults how their names begin
 * @param place what they spoil
 * @param isAboutSomebody whether a client, a citizen or a flow can be told there
 * @param paths where requests for it go; none where it is no answer to a request
 */
record Aim(String faults, String place, boolean isAboutSomebody, List<String> paths) {
  private static final String KEY_SET = "the key set, which anybody may ask for";
  private static final List<Aim> ALL =
      List.of(
          new Aim(
              "DISCOVERY_",
              "the discovery document, which anybody may ask for",
              false,
              List.of("/.well-known/openid-configuration")),
          new Aim("KEYS_HTML", KEY_SET, false, List.of("/jwks")),
          new Aim("KEYS_EMPTY", KEY_SET, false, List.of("/jwks")),
          new Aim("KEYS_HTTP_", KEY_SET, false, List.of("/jwks")),
          new Aim("ID_TOKEN_", "an id token", true, List.of("/token")),
          new Aim(
              "CALLBACK_", "the return from a login", true, List.of("/authorize", "/login/decide")),
          new Aim(
              "LOGOUT_TOKEN_", "a logout token, which is posted to the client", true, List.of()),
          new Aim("EVENT_", "an event, which is posted to the client", true, List.of()));

  /**
   * Lets an injection pass that can strike.
   *
   * @throws IllegalArgumentException if it never will; it says where the fault happens
   */
  static void requirePossible(Injection injection) {
    ALL.stream()
        .filter(aim -> injection.fault().name().startsWith(aim.faults))
        .filter(aim -> !aim.allows(injection))
        .findFirst()
        .ifPresent(aim -> aim.refuse(injection));
  }

  private boolean allows(Injection injection) {
    boolean isAtSomebody =
        Stream.of(injection.client(), injection.citizen(), injection.flow())
            .anyMatch(Optional::isPresent);
    return (isAboutSomebody || !isAtSomebody)
        && injection.path().stream().allMatch(paths::contains);
  }

  private void refuse(Injection injection) {
    String where = paths.isEmpty() ? "" : " at " + String.join(" or ", paths);
    throw new IllegalArgumentException(
        "The fault %s would never happen: it is about %s%s."
            .formatted(injection.fault().title(), place, where));
  }
}
