package vn.eid.mock;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A fault to switch on with {@link EidMock#inject(Injection)}: how often it happens, and to whom.
 * Each further aim narrows it; without any it strikes everybody, always. Where the server does not
 * know yet whom an exchange is about, an injection that is aimed at somebody does not happen.
 * Immutable, safe for use by several threads.
 */
public final class Injection {
  private final Fault fault;
  private final OptionalInt times;
  private final Optional<String> client;
  private final Optional<String> citizen;
  private final Optional<String> flow;
  private final Optional<String> path;
  private final Optional<Duration> time;

  private Injection(Draft draft) {
    this.fault = draft.fault;
    this.times = draft.times;
    this.client = draft.client;
    this.citizen = draft.citizen;
    this.flow = draft.flow;
    this.path = draft.path;
    this.time = draft.time;
  }

  /** The fault for everybody, until {@link EidMock#reset}. */
  public static Injection of(Fault fault) {
    return new Injection(new Draft(fault));
  }

  /** The next time that it can happen, and then no more. */
  public Injection once() {
    return times(1);
  }

  /**
   * The next so many times that it can happen, whichever threads ask.
   *
   * @throws IllegalArgumentException if that is less than once
   */
  public Injection times(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("A fault is injected for once at least.");
    }
    Draft draft = draft();
    draft.times = OptionalInt.of(number);
    return new Injection(draft);
  }

  /** Where the exchange is with this client. */
  public Injection forClient(String clientId) {
    Draft draft = draft();
    draft.client = Optional.of(clientId);
    return new Injection(draft);
  }

  /** Where the exchange is about the citizen of this number; a batch is about nobody alone. */
  public Injection forCitizen(String number) {
    Draft draft = draft();
    draft.citizen = Optional.of(number);
    return new Injection(draft);
  }

  /**
   * Where the exchange belongs to this flow: a login in the browser goes by its {@code state} until
   * the tokens are fetched, a login on the phone by its {@code auth_req_id}, a consent and what is
   * read under it by the consent's id, a batch and a case of the tax registry by theirs.
   */
  public Injection forFlow(String name) {
    Draft draft = draft();
    draft.flow = Optional.of(name);
    return new Injection(draft);
  }

  /**
   * Where the request goes to this path of the server, such as {@code /token}, or to any of a
   * route, such as {@code /consent/v1/consents/{id}}.
   *
   * @throws IllegalArgumentException if it does not begin with a slash, or has a query
   */
  public Injection at(String where) {
    if (!where.startsWith("/") || where.contains("?")) {
      throw new IllegalArgumentException(
          "A path begins with a slash and ends before the query: /token.");
    }
    Draft draft = draft();
    draft.path = Optional.of(where);
    return new Injection(draft);
  }

  /**
   * For so long; only {@link Fault#TRANSPORT_DELAY} and {@link Fault#TRANSPORT_SLOW_DRIP} take
   * time. Without it, for a minute.
   *
   * @throws IllegalArgumentException if the fault takes no time, or this is none or above an hour
   */
  public Injection lasting(Duration howLong) {
    if (fault != Fault.TRANSPORT_DELAY && fault != Fault.TRANSPORT_SLOW_DRIP) {
      throw new IllegalArgumentException(fault + " takes no time.");
    }
    if (howLong.toMillis() < 1 || howLong.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException("A delay takes a millisecond to an hour.");
    }
    Draft draft = draft();
    draft.time = Optional.of(howLong);
    return new Injection(draft);
  }

  /** What happens. */
  public Fault fault() {
    return fault;
  }

  /** How often it happens, or still does; empty for always. */
  public OptionalInt times() {
    return times;
  }

  /** The client that it is aimed at. */
  public Optional<String> client() {
    return client;
  }

  /** The number of the citizen that it is aimed at. */
  public Optional<String> citizen() {
    return citizen;
  }

  /** The flow that it is aimed at. */
  public Optional<String> flow() {
    return flow;
  }

  /** The path that it is aimed at. */
  public Optional<String> path() {
    return path;
  }

  /** How long it takes. */
  public Optional<Duration> time() {
    return time;
  }

  private Draft draft() {
    Draft draft = new Draft(fault);
    draft.times = times;
    draft.client = client;
    draft.citizen = citizen;
    draft.flow = flow;
    draft.path = path;
    draft.time = time;
    return draft;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Injection that
        && fault == that.fault
        && times.equals(that.times)
        && client.equals(that.client)
        && citizen.equals(that.citizen)
        && flow.equals(that.flow)
        && path.equals(that.path)
        && time.equals(that.time);
  }

  @Override
  public int hashCode() {
    return Objects.hash(fault, times, client, citizen, flow, path, time);
  }

  /** Masked: a log must hold neither a citizen's number nor the name of a flow. */
  @Override
  public String toString() {
    String often = times.isEmpty() ? "always" : times.getAsInt() + " times";
    String where = path.map(at -> " at " + at).orElse("");
    String whom = citizen.isPresent() || flow.isPresent() ? " (aimed)" : "";
    return "Injection[" + fault + " " + often + where + whom + "]";
  }

  private static final class Draft {
    private final Fault fault;
    private OptionalInt times = OptionalInt.empty();
    private Optional<String> client = Optional.empty();
    private Optional<String> citizen = Optional.empty();
    private Optional<String> flow = Optional.empty();
    private Optional<String> path = Optional.empty();
    private Optional<Duration> time = Optional.empty();

    Draft(Fault fault) {
      this.fault = fault;
    }
  }
}
