package vn.eid.login;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Challenge;
import okhttp3.Response;
import vn.eid.internal.PlainWord;

/**
 * A protected API wants a surer or fresher login than the session's (step-up authentication, RFC
 * 9470): let the citizen log in again with {@link LoginRequest#satisfying}. Immutable and
 * thread-safe.
 */
public final class StepUp {
  private static final String ERROR = "insufficient_user_authentication";
  private static final int MAX_VALUES = 10;

  private final List<String> acrValues;
  private final Optional<Duration> signedInWithin;

  private StepUp(List<String> acrValues, Optional<Duration> signedInWithin) {
    this.acrValues = acrValues;
    this.signedInWithin = signedInWithin;
  }

  /**
   * The demand that an answer carries; empty where it is no such refusal (RFC 9470, section 3). The
   * answer's body is not touched.
   */
  public static Optional<StepUp> demandedBy(Response response) {
    if (response.code() != 401) {
      return Optional.empty();
    }
    return response.challenges().stream()
        .map(Challenge::authParams)
        .filter(parameters -> ERROR.equals(parameters.get("error")))
        .findFirst()
        .map(StepUp::of);
  }

  /** The lowest level that will do; empty where none is demanded or it is not one of ours. */
  public Optional<AuthenticationLevel> level() {
    return Arrays.stream(AuthenticationLevel.values())
        .filter(level -> acrValues.contains(level.acr()))
        .findFirst();
  }

  /** How long ago the citizen may have proved who they are. */
  public Optional<Duration> signedInWithin() {
    return signedInWithin;
  }

  /** The provider's own names of the levels that will do. */
  List<String> acrValues() {
    return acrValues;
  }

  @Override
  public String toString() {
    return "StepUp[level="
        + level().map(Enum::name).orElse("-")
        + ", signedInWithin="
        + signedInWithin.map(Duration::toString).orElse("-")
        + "]";
  }

  private static StepUp of(Map<String, String> parameters) {
    List<String> values =
        Arrays.stream(parameters.getOrDefault("acr_values", "").split(" ", -1))
            .filter(value -> PlainWord.is(value, 200))
            .limit(MAX_VALUES)
            .toList();
    String age = parameters.getOrDefault("max_age", "");
    return new StepUp(
        values,
        age.matches("\\d{1,9}")
            ? Optional.of(Duration.ofSeconds(Long.parseLong(age)))
            : Optional.empty());
  }
}
