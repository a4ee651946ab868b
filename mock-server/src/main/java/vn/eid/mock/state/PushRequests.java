package vn.eid.mock.state;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The requests on citizens' phones. Safe for use by threads. */
public final class PushRequests {
  /** How long a citizen may take where the client does not say. */
  public static final Duration USUAL_LIFE = Duration.ofMinutes(2);

  /** The longest time that a client may give. */
  public static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

  /** How long a client waits between two polls. */
  public static final Duration INTERVAL = Duration.ofSeconds(2);

  // Kept beyond their life, so that a refusal can say "expired" and not only "unknown".
  private static final Duration MEMORY = LONGEST_LIFE.multipliedBy(2);
  private static final int MOST = 10_000;

  private final Clock clock;
  private final Citizens citizens;
  private final Sessions sessions;
  private final Expiring<PushRequest> byId;
  private final Expiring<PushRequest> byTicket;

  PushRequests(Clock clock, Citizens citizens, Sessions sessions) {
    this.clock = clock;
    this.citizens = citizens;
    this.sessions = sessions;
    this.byId = new Expiring<>(clock, MEMORY, MOST);
    this.byTicket = new Expiring<>(clock, MEMORY, MOST);
  }

  public PushRequest ask(PushTerms terms) {
    PushRequest request = new PushRequest(terms, clock.instant());
    byId.put(request.id(), request);
    byTicket.put(request.ticket(), request);
    return request;
  }

  public Optional<PushRequest> find(String id) {
    return byId.find(id);
  }

  /** The request behind a phone page. */
  public Optional<PushRequest> behind(String ticket) {
    return byTicket.find(ticket);
  }

  /** The requests that nobody has decided, the oldest first. */
  public List<PushRequest> waiting() {
    return byId.values().stream().filter(this::waits).toList();
  }

  public boolean waits(PushRequest request) {
    return request.waits(clock.instant());
  }

  /** Whether the citizen's answer counted; looking away never does. */
  public boolean decide(PushRequest request, Decision decision) {
    Citizen citizen = citizens.find(request.terms().citizenId()).orElseThrow();
    if (citizen.locked()) {
      return request.refuse(PushBarrier.LOCKED, clock.instant());
    }
    return switch (decision) {
      case APPROVE -> approve(request, citizen);
      case DECLINE -> request.refuse(PushBarrier.DECLINED, clock.instant());
      case IGNORE -> false;
    };
  }

  private boolean approve(PushRequest request, Citizen citizen) {
    Optional<String> acr = request.terms().login().level().reachedBy(citizen);
    if (acr.isEmpty()) {
      return request.refuse(PushBarrier.UNMET, clock.instant());
    }
    String client = request.terms().clientId();
    return request.approve(() -> sessions.open(client, citizen.id(), acr.get()), clock.instant());
  }

  /** What a poll by this key meets; empty where it may have the tokens, which happens once. */
  public Optional<PushBarrier> poll(PushRequest request, String jkt) {
    return request.poll(jkt, clock.instant());
  }

  /** Whether anybody has polled for it. */
  public boolean polled(PushRequest request) {
    return request.polled();
  }

  /** Counts a poll as one that came too early, whenever it came. */
  public void slowDown(PushRequest request, String jkt) {
    request.slowDown(jkt, clock.instant());
  }

  void clear() {
    byId.clear();
    byTicket.clear();
  }
}
