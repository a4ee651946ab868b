package vn.eid.diagnosis;

import java.util.Locale;

/**
 * One thing that a diagnosis looked at. It holds no secret, and nothing that the provider wrote but
 * names, codes and identifiers, so it may be logged and shown. Immutable and thread-safe.
 *
 * @param topic what it is about; several findings may share one, such as one for each callback
 * @param verdict how it stands
 * @param lookedAt what was compared or tried
 * @param found what came of it, in plain sentences
 * @param advice what to do about it; empty where nothing is to be done
 * @param actor who must do that
 */
public record Finding(
    Topic topic, Verdict verdict, String lookedAt, String found, String advice, Actor actor) {

  /** How a thing stands. */
  public enum Verdict {
    /** As it must be. */
    OK,
    /** May work, or may not: look at it when something else fails. */
    WARNING,
    /** A cause of failure. */
    PROBLEM,
    /** Nobody could look, or it failed because of something named elsewhere in the report. */
    NOT_CHECKED
  }

  /** Who must act. */
  public enum Actor {
    /** The application's own developer or operator. */
    YOU,
    /** The authority that registers applications. */
    AUTHORITY,
    /** Whoever runs the provider's servers. */
    PROVIDER,
    /** Whoever runs the network in between: names, firewalls, proxies. */
    NETWORK,
    /** There is nothing to do. */
    NOBODY
  }

  /** What a diagnosis looks at, in its order: from this server outwards. */
  public enum Topic {
    /** The key that this application signs in with. */
    CLIENT_KEY,
    /** The issuer as it is configured. */
    CONFIGURED_ISSUER,
    /** Whether the provider is reached: names, network, TLS, HTTP. */
    CONNECTION,
    /** How far this server's clock and the provider's are apart. */
    CLOCK,
    /** Whether the provider calls itself what is configured. */
    ISSUER,
    /** Whether the provider has the endpoints that the client uses. */
    ENDPOINTS,
    /** Whether the provider takes the client's way to sign in, and its algorithm. */
    SIGN_IN_METHOD,
    /** Whether the provider signs id tokens with an algorithm that the client takes. */
    ID_TOKEN_ALGORITHM,
    /** Whether the provider checks the code's proof key (PKCE, RFC 7636). */
    PKCE,
    /** Whether the provider names itself in callbacks (RFC 9207). */
    CALLBACK_ISSUER,
    /** What else the provider offers. */
    SERVICES,
    /** Whether the provider knows the client's public key, and under which key id. */
    REGISTERED_KEY,
    /** Whether the provider's own keys can be read and used. */
    PROVIDER_KEYS,
    /** Whether the provider lets the client sign in. */
    SIGN_IN,
    /** Whether the provider binds tokens to keys (DPoP, RFC 9449). */
    DPOP,
    /** Whether the provider takes a callback, which is also called redirect URI. */
    CALLBACK;

    String title() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  static Finding ok(Topic topic, String lookedAt, String found) {
    return new Finding(topic, Verdict.OK, lookedAt, found, "", Actor.NOBODY);
  }

  static Finding warning(Topic topic, String lookedAt, String found, String advice, Actor actor) {
    return new Finding(topic, Verdict.WARNING, lookedAt, found, advice, actor);
  }

  static Finding problem(Topic topic, String lookedAt, String found, String advice, Actor actor) {
    return new Finding(topic, Verdict.PROBLEM, lookedAt, found, advice, actor);
  }

  /** Nobody could look; the advice says how to. */
  static Finding notChecked(
      Topic topic, String lookedAt, String found, String advice, Actor actor) {
    return new Finding(topic, Verdict.NOT_CHECKED, lookedAt, found, advice, actor);
  }

  /** Could not be judged, or failed, because of something else. */
  static Finding becauseOf(Topic cause, Topic topic, String lookedAt, String found) {
    return new Finding(
        topic,
        Verdict.NOT_CHECKED,
        lookedAt,
        found,
        "Mend '" + cause.title() + "' first, and diagnose again.",
        Actor.NOBODY);
  }

  boolean isProblem() {
    return verdict == Verdict.PROBLEM;
  }
}
