package vn.eid.login;

import java.time.Duration;
import vn.eid.CitizenId;
import vn.eid.InvalidRequestException;

/** What a login by push asks for. Immutable and thread-safe. */
public final class PushRequest {
  private static final int MAX_MESSAGE = 60;
  private static final Duration SHORTEST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration USUAL = Duration.ofMinutes(2);

  private final CitizenId citizen;
  private final String message;
  private final Duration answerWithin;
  private final LoginTerms terms;

  private PushRequest(CitizenId citizen, String message, Duration answerWithin, LoginTerms terms) {
    this.citizen = citizen;
    this.message = message;
    this.answerWithin = answerWithin;
    this.terms = terms;
  }

  /**
   * A login that the citizen of this number approves on the phone, within two minutes.
   *
   * <p>The number is asked back, as the proof that nobody else answered, so the phone shows it
   * among what is shared; {@link Identity#citizenId} tells it only where you ask for it.
   */
  public static PushRequest to(CitizenId citizen) {
    return new PushRequest(citizen, "", USUAL, LoginTerms.PLAIN);
  }

  /**
   * Shows a message on the phone beside the verification code, such as what the login is for.
   *
   * @param message up to 60 characters on one line, about the occasion and not about the person
   * @throws InvalidRequestException where it is longer or has control characters
   */
  public PushRequest saying(String message) {
    String line = message.strip();
    if (line.length() > MAX_MESSAGE || line.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidRequestException(
          "message", "A message on the phone has up to 60 characters on one line.");
    }
    return new PushRequest(citizen, line, answerWithin, terms);
  }

  /**
   * Gives the citizen this long to answer; the provider may allow less.
   *
   * @param time from 30 seconds to 10 minutes
   * @throws InvalidRequestException where it is shorter or longer
   */
  public PushRequest answeredWithin(Duration time) {
    if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
      throw new InvalidRequestException(
          "answeredWithin", "The citizen has from 30 seconds to 10 minutes to answer.");
    }
    return new PushRequest(citizen, message, time, terms);
  }

  /** Also asks to be told these things about the citizen. */
  public PushRequest asking(Claim... wanted) {
    return with(terms.asking(wanted));
  }

  /** As {@link LoginRequest#atLeast(AuthenticationLevel)}. */
  public PushRequest atLeast(AuthenticationLevel level) {
    return with(terms.atLeast(level));
  }

  /** As {@link LoginRequest#atLeast(AccountLevel)}. */
  public PushRequest atLeast(AccountLevel level) {
    return with(terms.atLeast(level));
  }

  /**
   * As {@link LoginRequest#withScopes}.
   *
   * @throws InvalidRequestException where a scope is not one plain word (RFC 6749, section 3.3)
   */
  public PushRequest withScopes(String... scopes) {
    return with(terms.withScopes(scopes));
  }

  CitizenId citizen() {
    return citizen;
  }

  String message() {
    return message;
  }

  Duration answeredWithin() {
    return answerWithin;
  }

  LoginTerms terms() {
    return terms;
  }

  private PushRequest with(LoginTerms changed) {
    return new PushRequest(citizen, message, answerWithin, changed);
  }

  @Override
  public String toString() {
    return "PushRequest[" + citizen + "]";
  }
}
