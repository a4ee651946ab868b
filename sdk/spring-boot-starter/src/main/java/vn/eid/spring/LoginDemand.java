package vn.eid.spring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.eid.login.AuthenticationLevel;
import vn.eid.login.Identity;

/**
 * What one page or one act wants of the login, beyond that there is one. Whoever's login is less
 * surely or longer ago logs in once more, and comes back. Immutable and thread-safe.
 */
public final class LoginDemand {
  private static final Duration SHORTEST = Duration.ofSeconds(30);
  private static final Duration CLOCKS_APART = Duration.ofSeconds(30);

  private final @Nullable AuthenticationLevel level;
  private final @Nullable Duration age;
  private final @Nullable String back;

  private LoginDemand(
      @Nullable AuthenticationLevel level, @Nullable Duration age, @Nullable String back) {
    this.level = level;
    this.age = age;
    this.back = back;
  }

  /** A login that recognised the citizen at least this surely. */
  public static LoginDemand of(AuthenticationLevel level) {
    return new LoginDemand(level, null, null);
  }

  /**
   * A login in which the citizen proved who they are at most this long ago.
   *
   * @throws IllegalArgumentException where it is under 30 seconds, so that nobody comes back in
   *     time and again
   */
  public static LoginDemand within(Duration age) {
    return new LoginDemand(null, checked(age), null);
  }

  /** And at most this long ago, as {@link #within}. */
  public LoginDemand andWithin(Duration time) {
    return new LoginDemand(level, checked(time), back);
  }

  /**
   * And then to this page, from its slash on. Else the citizen comes back to the page that made the
   * demand; what was posted there is not kept, so it is asked for once more.
   */
  public LoginDemand andBackTo(String page) {
    return new LoginDemand(level, age, page);
  }

  /** Whether somebody's login is enough, as it stands. */
  public boolean isMetBy(@Nullable Authentication authentication) {
    return EidAuthentication.of(authentication)
        .filter(Authentication::isAuthenticated)
        .filter(citizen -> isMetBy(citizen.identity(), Clock.systemUTC().instant()))
        .isPresent();
  }

  /**
   * Refuses to go on unless the login of the current request is enough: the citizen logs in anew
   * and comes back. Call it before anything is done, for a demand that depends on what was posted.
   *
   * @throws StepUpRequiredException which the filters of {@link EidLoginConfigurer} see to
   */
  public void enforce() {
    if (!isMetBy(SecurityContextHolder.getContext().getAuthentication())) {
      throw new StepUpRequiredException(this);
    }
  }

  boolean isMetBy(Identity citizen, Instant now) {
    AuthenticationLevel wanted = level;
    Duration most = age;
    boolean sure =
        wanted == null
            || citizen.authenticationLevel().filter(is -> is.compareTo(wanted) >= 0).isPresent();
    boolean fresh =
        most == null
            || citizen
                .authenticatedAt()
                .filter(proof -> !proof.plus(most).plus(CLOCKS_APART).isBefore(now))
                .isPresent();
    return sure && fresh;
  }

  Optional<AuthenticationLevel> level() {
    return Optional.ofNullable(level);
  }

  Optional<Duration> age() {
    return Optional.ofNullable(age);
  }

  Optional<String> back() {
    return Optional.ofNullable(back);
  }

  private static Duration checked(Duration age) {
    if (age.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException("A login may be 30 seconds old at least.");
    }
    return age;
  }
}
