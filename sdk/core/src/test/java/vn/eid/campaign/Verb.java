package vn.eid.campaign;

import java.util.Set;

/**
 * A request that a verb makes, to be spoilt.
 *
 * @param group the table in which it stands
 * @param name what the application calls
 * @param request which of its requests is spoilt
 * @param route where that one goes, as the mock server names its routes
 * @param effect what the verb changes at the server, and when
 * @param often how often it may be sent at all
 * @param traits what else is different about it
 */
record Verb(
    String group,
    String name,
    String request,
    String route,
    Effect effect,
    Often often,
    Scene scene,
    Set<Trait> traits) {

  /** When the server has done what the verb is for. */
  enum Effect {
    /** Never, or not by the time of this request. */
    NONE,
    /** By this request. */
    BY_IT,
    /** Before this request. */
    BEFORE
  }

  enum Often {
    /** A code, a grant or a message to a phone. */
    ONCE,
    /** Reads, or carries a key by which the server knows it again. */
    AGAIN
  }

  enum Trait {
    /** By a client that has not asked for anything yet. */
    FIRST_CALL,
    /** The trouble passes, because the verb goes on asking. */
    PASSING,
    /** The scene itself says when the trouble begins. */
    BEGINS_LATE
  }

  /** Prepares one attempt. */
  @FunctionalInterface
  interface Scene {
    Attempt prepare(Office office) throws Exception;
  }

  Verb {
    traits = Set.copyOf(traits);
  }

  Verb(
      String group,
      String name,
      String request,
      String route,
      Effect effect,
      Often often,
      Scene scene,
      Trait... traits) {
    this(group, name, request, route, effect, often, scene, Set.of(traits));
  }

  boolean is(Trait trait) {
    return traits.contains(trait);
  }

  @Override
  public String toString() {
    return name + " (" + request + ")";
  }
}
