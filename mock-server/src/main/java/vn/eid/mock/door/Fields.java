package vn.eid.mock.door;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.eid.mock.state.Members;

/** Members of a body that are more than a text. */
final class Fields {
  private static final String TIME = "must be a time such as \"2026-03-01T08:00:00Z\", as a text";
  private static final String DURATION =
      "must be a duration such as \"PT90S\", \"PT1H\" or \"P1D\", as a text";

  private Fields() {}

  static Optional<Instant> time(Members body, String name) {
    return body.optionalText(name, TIME)
        .map(
            text -> {
              try {
                return Instant.parse(text);
              } catch (DateTimeException e) {
                throw body.refuse(name, TIME);
              }
            });
  }

  static Optional<Duration> duration(Members body, String name) {
    return body.optionalText(name, DURATION)
        .map(
            text -> {
              try {
                return Duration.parse(text);
              } catch (DateTimeException e) {
                throw body.refuse(name, DURATION);
              }
            })
        .map(
            duration -> {
              if (duration.isNegative() || duration.toDays() > 100_000) {
                throw body.refuse(name, "must be from nothing to 100000 days");
              }
              return duration;
            });
  }

  /** Where the server is to post to. */
  static Optional<URI> address(Members body, String name) {
    return body.optionalText(name)
        .map(
            text ->
                uri(text)
                    .filter(uri -> uri.getScheme() != null && uri.getHost() != null)
                    .filter(uri -> uri.getScheme().matches("https?"))
                    .filter(uri -> uri.getRawFragment() == null)
                    .orElseThrow(
                        () ->
                            body.refuse(
                                name,
                                "must be an absolute http or https address without a fragment")));
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(URI.create(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A value of an enum, in lower case on the wire. */
  static <E extends Enum<E>> Optional<E> word(Members body, String name, Class<E> values) {
    return body.optionalText(name)
        .map(
            text ->
                Arrays.stream(values.getEnumConstants())
                    .filter(value -> word(value).equals(text))
                    .findFirst()
                    .orElseThrow(() -> body.refuse(name, "must be one of " + words(values))));
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> String words(Class<E> values) {
    return Arrays.stream(values.getEnumConstants())
        .map(Fields::word)
        .collect(Collectors.joining(", "));
  }

  static Optional<Integer> count(Members body, String name, int least) {
    return body.optionalNumber(name, least, 1_000_000_000).map(Long::intValue);
  }

  /** What must be there although each single one may be left out. */
  static void atLeastOne(Members body, String names, Optional<?>... given) {
    if (Arrays.stream(given).allMatch(Optional::isEmpty)) {
      throw body.refuse("The body", "must have one of the members " + names);
    }
  }
}
