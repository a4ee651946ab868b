package vn.eid.campaign;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import vn.eid.Application;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.mock.EidMock;
import vn.eid.mock.MockOptions;
import vn.eid.mock.PayrollRow;
import vn.eid.mock.SeenRequest;

/** An application and its mock server, for the troubles of one request. */
final class Office implements AutoCloseable {
  private enum Kind {
    HELPER,
    PATIENT,
    HASTY
  }

  private final Verb verb;
  private final EidMock mock = EidMock.start(MockOptions.defaults().generate(10_000, 8));
  private final Map<Kind, EidClient> clients = new EnumMap<>(Kind.class);
  private final List<EidClient> fresh = new ArrayList<>();
  private final OkHttpClient http;
  private final Path directory;
  private final Detour detour;
  private Trouble trouble = Trouble.REFUSED;
  private @Nullable Outcome outcome;
  private @Nullable Object kept;
  private List<PayrollRow> newcomers = List.of();
  private int number;
  private @Nullable SeenRequest lastSeen;

  Office(Verb verb, Elsewhere elsewhere, Path directory) {
    this.directory = directory;
    this.verb = verb;
    this.detour = new Detour(elsewhere, verb.route());
    this.http =
        elsewhere
            .trusting()
            .connectionPool(new ConnectionPool())
            .addInterceptor(detour)
            .eventListener(detour)
            .build();
  }

  /** A new attempt begins: no connection is left of the last one. */
  void begin(Trouble next) {
    trouble = next;
    number++;
    http.connectionPool().evictAll();
    if (verb.is(Verb.Trait.FIRST_CALL)) {
      fresh.add(client(kind()));
    }
  }

  void arm() {
    int times = verb.is(Verb.Trait.PASSING) ? 1 : Integer.MAX_VALUE;
    detour.forget();
    List<SeenRequest> before = mock.requests();
    lastSeen = before.isEmpty() ? null : before.get(before.size() - 1);
    trouble
        .injection(verb.route())
        .ifPresentOrElse(
            injection ->
                mock.inject(verb.is(Verb.Trait.PASSING) ? injection.times(times) : injection),
            () -> detour.open(trouble, times));
  }

  void disarm() {
    mock.clearFaults();
    detour.close();
  }

  /** How often the request was sent, or was tried to be sent, since the trouble began. */
  long tries() {
    // The journal keeps the last thousand: where the last one before is gone, all came after it.
    List<SeenRequest> journal = mock.requests();
    int before = lastSeen == null ? -1 : journal.indexOf(lastSeen);
    return journal.subList(before + 1, journal.size()).stream()
            .filter(request -> detour.leads(request.path()))
            .count()
        + detour.tries();
  }

  /** What came of the call, for who does something else after it. */
  Outcome outcome() {
    return Objects.requireNonNull(outcome);
  }

  void cameOut(Outcome came) {
    outcome = came;
  }

  /** What is made for the first attempt and is good for all. */
  @SuppressWarnings("unchecked")
  <T> T kept(Callable<T> maker) throws Exception {
    Object made = kept;
    if (made == null) {
      made = maker.call();
      kept = made;
    }
    return (T) made;
  }

  /** Somebody for this attempt alone, whom the tax registry can link. */
  PayrollRow newcomer() {
    if (newcomers.isEmpty()) {
      newcomers =
          mock.payroll(400)
              .filter(row -> row.expected().equals("linked") && row.oldTaxCodes().isEmpty())
              .toList();
    }
    return newcomers.get(number);
  }

  /** A file of this attempt alone. */
  Path file(String name) {
    return directory.resolve(name);
  }

  EidMock mock() {
    return mock;
  }

  int number() {
    return number;
  }

  /** The client whose request is spoilt. */
  EidClient client() {
    return verb.is(Verb.Trait.FIRST_CALL) ? fresh.get(fresh.size() - 1) : kept(kind());
  }

  /** A client of the same application that has no trouble. */
  EidClient helper() {
    return kept(Kind.HELPER);
  }

  private Kind kind() {
    return trouble.isLong() ? Kind.HASTY : Kind.PATIENT;
  }

  private EidClient kept(Kind kind) {
    return clients.computeIfAbsent(kind, k -> k == Kind.HELPER ? builder().build() : client(k));
  }

  private EidClient client(Kind kind) {
    return builder()
        .timeout(kind == Kind.HASTY ? Trouble.PATIENCE : Duration.ofSeconds(30))
        .httpClient(http)
        .build();
  }

  private EidClient.Builder builder() {
    return Application.unwatched(mock, ClientKey.fromJwk(mock.clientKeyJwk()));
  }

  @Override
  public void close() {
    fresh.forEach(EidClient::close);
    clients.values().forEach(EidClient::close);
    http.connectionPool().evictAll();
    http.dispatcher().executorService().shutdown();
    mock.close();
  }
}
