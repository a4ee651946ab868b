package vn.eid.benchmarks.soak;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.EidException;
import vn.eid.Environment;
import vn.eid.UnavailableException;

/**
 * Mixed work at a fixed rate against a mock server that is out of order now and then. At the end it
 * says what grew, what was lost and what was done twice, by the books of both sides.
 */
public final class Soak {
  private static final int WORKERS = 16;
  private static final Duration LIFE_OF_A_TOKEN = Duration.ofMinutes(5);
  private static final Duration LAST_EVENTS = Duration.ofSeconds(30);
  private static final Duration TIMEOUT = Duration.ofSeconds(4);

  // Which events a client has seen, for 31 days, and which consents ended, for good.
  private static final long CLIENT_REMEMBERS = 1_024;
  // Everything: consents and their receipts, sessions, tokens, cases, links.
  private static final long SERVER_REMEMBERS = 16 * 1_024;

  private final Plan plan;
  private final PrintStream out;
  private final Server server;
  private final MovedClock clock = new MovedClock();
  private final Books books = new Books();
  private final Tally tally = new Tally();
  private final Door door;
  private final Weather weather;
  private final Growth ours = new Growth("The client's process", CLIENT_REMEMBERS);
  private final Growth servers = new Growth("The mock server's process", SERVER_REMEMBERS);
  // Both clocks move while nothing is under way, or a proof would be too old when it arrives.
  private final ReadWriteLock time = new ReentrantReadWriteLock(true);

  private Soak(Plan plan, Server server, PrintStream out) {
    this.plan = plan;
    this.out = out;
    this.server = server;
    this.door = new Door(server.issuer());
    this.weather = new Weather(door, 8);
  }

  /**
   * Runs for as long as the argument says, such as {@code 60m} or {@code 90s}.
   *
   * @throws IllegalStateException with what was found, where anything was
   */
  public static void main(String[] args) throws Exception {
    String time = args.length == 0 ? "60m" : args[0];
    List<String> complaints =
        run(Plan.lasting(Duration.parse("PT" + time.toUpperCase(Locale.ROOT))), System.out);
    if (!complaints.isEmpty()) {
      throw new IllegalStateException("The soak failed: " + String.join("; ", complaints));
    }
  }

  /** What was found, each in a sentence; nothing where all is well. */
  static List<String> run(Plan plan, PrintStream out) throws Exception {
    try (Server server = Server.start()) {
      return new Soak(plan, server, out).verdict();
    }
  }

  private List<String> verdict() throws Exception {
    try (EidClient client = client()) {
      Desk desk = new Desk(client, server.issuer(), books, server::person);
      for (Desk.Errand errand : desk.errands().values()) {
        begin(errand);
      }
      work(desk.errands());
      awaitLastEvents(desk);
    }
    List<String> complaints = complaints();
    out.println(tally + ": " + tally.kinds());
    out.println(books + ", counted on both sides");
    out.println(complaints.isEmpty() ? "Verdict: good" : "Verdict: bad");
    complaints.forEach(complaint -> out.println("- " + complaint));
    return complaints;
  }

  /** Two processes that have just started may be too slow for a client with little patience. */
  private static void begin(Desk.Errand errand) throws Exception {
    for (int i = 0; ; i++) {
      try {
        errand.run();
        return;
      } catch (UnavailableException e) {
        if (i == 5) {
          throw e;
        }
      }
    }
  }

  private EidClient client() {
    return EidClient.builder(
            Environment.sandbox(server.issuer()),
            server.clientId(),
            ClientKey.fromJwk(server.clientKey()))
        .clock(clock)
        .timeout(TIMEOUT)
        .build();
  }

  private void work(Map<String, Desk.Errand> errands) throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    ScheduledExecutorService schedule = Executors.newScheduledThreadPool(1);
    Iterator<Map.Entry<String, Desk.Errand>> round = new Round<>(errands.entrySet());
    // An operation begins when it is due, whether or not those before it have ended.
    var unused =
        schedule.scheduleAtFixedRate(
            () -> {
              Map.Entry<String, Desk.Errand> next = round.next();
              workers.execute(() -> attempt(next.getKey(), next.getValue()));
            },
            0,
            plan.every().toNanos(),
            TimeUnit.NANOSECONDS);
    try {
      watch();
    } finally {
      schedule.shutdownNow();
      workers.shutdown();
      weather.clears();
      if (!workers.awaitTermination(2, TimeUnit.MINUTES)) {
        tally.surprise("the end", new IOException("operations hang"));
        workers.shutdownNow();
      }
      server.note();
    }
  }

  private void attempt(String kind, Desk.Errand errand) {
    long begin = System.nanoTime();
    time.readLock().lock();
    try {
      errand.run();
      tally.done(kind);
    } catch (Exception e) {
      boolean told = e instanceof EidException || e instanceof IOException;
      if (told && weather.wasBadSince(begin)) {
        tally.refused();
      } else {
        tally.surprise(kind, e);
      }
    } finally {
      time.readLock().unlock();
    }
  }

  /** What happens beside the work, in steps of a second. */
  private void watch() throws Exception {
    long seconds = plan.time().toSeconds();
    for (long second = 1; second <= seconds; second++) {
      Thread.sleep(1_000);
      server.note();
      long phase = second % plan.fault().toSeconds();
      if (phase == plan.fault().toSeconds() * 2 / 3) {
        weather.turns();
      } else if (phase == 0) {
        weather.clears();
      }
      if (second % plan.ageing().toSeconds() == 0) {
        age();
      }
      if (second % plan.sample().toSeconds() == 0) {
        look(second);
      }
    }
  }

  private void age() throws Exception {
    time.writeLock().lock();
    try {
      String unused = door.post("/clock", "{\"advance\":\"" + LIFE_OF_A_TOKEN + "\"}");
      clock.advance(LIFE_OF_A_TOKEN);
    } finally {
      time.writeLock().unlock();
    }
  }

  private void look(long second) throws IOException {
    Sample own = Sample.here();
    Sample other = server.sample();
    ours.add(own);
    servers.add(other);
    out.printf("%5d s: %s; client %s; server %s%n", second, tally, own, other);
  }

  private void awaitLastEvents(Desk desk) {
    long end = System.nanoTime() + LAST_EVENTS.toNanos();
    while (!books.isAllHere() && System.nanoTime() < end) {
      desk.poll();
    }
  }

  private List<String> complaints() {
    List<String> complaints = new ArrayList<>(tally.surprises());
    complaints.addAll(ours.complaints(tally.operations()));
    complaints.addAll(servers.complaints(tally.operations()));
    complaints.addAll(books.complaints(server::timesLinked, server::timesRedeemed));
    return complaints;
  }
}
