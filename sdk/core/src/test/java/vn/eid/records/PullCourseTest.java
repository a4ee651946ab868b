package vn.eid.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.eid.Application;
import vn.eid.ConsentEndedException;
import vn.eid.EidClient;
import vn.eid.InvalidRequestException;
import vn.eid.UnavailableException;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.consent.Consent;
import vn.eid.consent.DataSet;
import vn.eid.consent.EndCause;
import vn.eid.consent.Period;

/** What happens to a pull on its way: breaks, waits, ends, and mistakes of whoever pulls. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PullCourseTest {
  private static final String A = PullTest.entry("a");
  private static final String B = PullTest.entry("b");
  private static final String C = PullTest.entry("c");

  private final RecordsProvider provider = new RecordsProvider();
  private final OkHttpClient http = new OkHttpClient();
  private volatile Duration passed = Duration.ZERO;
  private EidClient client;
  private Consent.Active consent;

  @BeforeEach
  void open() {
    client =
        Application.sleepless(provider.builder(provider.clientKey()))
            .httpClient(http)
            .clock(movable())
            .build();
    consent = provider.consent(client);
  }

  @AfterEach
  void close() {
    client.close();
    provider.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  @Test
  void aPageThatIsInAnotherOrderWhenItIsAskedForAgainLosesAndRepeatsNothing() {
    AtomicInteger times = new AtomicInteger();
    provider.records =
        exchange -> {
          if (times.getAndIncrement() == 0) {
            RecordsProvider.breakOff(exchange, page(A, B));
          } else {
            RecordsProvider.send(exchange, 200, page(C, B, PullTest.entry("d"), A));
          }
        };
    assertThat(ids(pull())).containsExactly("a", "b", "c", "d");
  }

  @Test
  void aSlowReaderWhoseConnectionTheProviderClosesGoesOnWhereItWas() throws Exception {
    int many = 40_000;
    String whole =
        page(
            IntStream.range(0, many).mapToObj(n -> PullTest.entry("x" + n)).toArray(String[]::new));
    CountDownLatch closed = new CountDownLatch(1);
    AtomicInteger times = new AtomicInteger();
    provider.records =
        exchange -> {
          if (times.getAndIncrement() == 0) {
            RecordsProvider.breakOff(exchange, whole.substring(0, whole.length() / 3));
            exchange.close();
            closed.countDown();
          } else {
            RecordsProvider.send(exchange, 200, whole);
          }
        };
    Iterator<HealthData> items = pull().stream().iterator();
    List<String> came = new ArrayList<>(List.of(items.next().json()));
    await(closed);
    items.forEachRemaining(item -> came.add(item.json()));
    assertThat(came).hasSize(many).doesNotHaveDuplicates();
    assertThat(provider.asked).hasSize(2);
  }

  @Test
  void aPullThatGoesOnTwiceWithinALargePageRepeatsNothing() {
    int many = 9_000;
    String whole =
        page(
            IntStream.range(0, many).mapToObj(n -> PullTest.entry("x" + n)).toArray(String[]::new));
    provider.records = exchange -> RecordsProvider.send(exchange, 200, whole);
    Pull<HealthData> first = pull();
    assertThat(first.stream().limit(3_900)).hasSize(3_900);
    Pull<HealthData> second = resumed(first);
    assertThat(second.stream().limit(100)).hasSize(100);
    Pull<HealthData> third = resumed(second);
    assertThat(third.stream().limit(100)).hasSize(100);
    assertThat(third.position()).isEmpty();
    assertThat(third.toList()).hasSize(many - 4_100);
    assertThat(third.receipt().returned().resources()).isEqualTo(many);
  }

  @Test
  void aPositionAtTheEndOfAPageGoesOnToTheNext() {
    provider.records =
        PullTest.numbered(
            PullTest.page("\"entry\":[" + A + "," + B + "],\"link\":[" + PullTest.next(2) + "]"),
            page(C));
    Pull<HealthData> begun = pull();
    assertThat(begun.stream().limit(2)).hasSize(2);
    Pull<HealthData> resumed = resumed(begun);
    assertThat(ids(resumed)).containsExactly("c");
  }

  @Test
  void aPositionGoesOnForTheSameDaysAndTheSamePersonOnly() {
    answer(page(A, B));
    Pull<HealthData> begun = pull();
    assertThat(begun.stream().limit(1)).hasSize(1);
    PullRequest<HealthData> days =
        request().covering(Period.between(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 1, 2)));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> client.records().pull(days.resumingAt(begun.position().orElseThrow())))
        .satisfies(e -> assertThat(e.field()).isEqualTo("position"));
    Pull<HealthData> resumed = resumed(begun);
    answer(page(B.replace("Patient/1", "Patient/2")));
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(resumed::toList)
        .satisfies(e -> assertThat(e.check()).isEqualTo(Check.SUBJECT));
  }

  @Test
  void aPullThatNothingAnsweredHasNoPositionToShareItsUseBy() {
    provider.uses = 1;
    consent = provider.consent(client);
    provider.refusal = "consent_requested";
    Pull<HealthData> refused = pull();
    assertThatExceptionOfType(ConsentEndedException.class).isThrownBy(refused::toList);
    assertThat(refused.position()).isEmpty();
    provider.refusal = "";
    answer(page(A, B));
    Pull<HealthData> begun = pull();
    assertThat(begun.stream().limit(1)).hasSize(1);
    Pull<HealthData> other = resumed(begun);
    begun.close();
    other.close();
    int tokens = provider.grants.size();
    assertThatExceptionOfType(ConsentEndedException.class).isThrownBy(refused::toList);
    assertThat(provider.grants).hasSize(tokens);
    assertThatExceptionOfType(ConsentEndedException.class).isThrownBy(this::pull);
  }

  @Test
  void aPositionIsWorthNothingOnceTheConsentIsGivenBack() {
    answer(page(A, B));
    Pull<HealthData> begun = pull();
    assertThat(begun.stream().limit(1)).hasSize(1);
    String position = begun.position().orElseThrow();
    revoke();
    int sent = provider.asked.size();
    assertThatExceptionOfType(ConsentEndedException.class)
        .isThrownBy(() -> client.records().pull(request().resumingAt(position)))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(EndCause.REVOKED_BY_US));
    assertThatExceptionOfType(ConsentEndedException.class).isThrownBy(begun::toList);
    assertThat(provider.asked).hasSize(sent);
  }

  @Test
  void whatArrivesAfterTheConsentWasGivenBackIsNotHandedOut() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch revoked = new CountDownLatch(1);
    provider.records =
        exchange -> {
          asked.countDown();
          await(revoked);
          RecordsProvider.send(exchange, 200, page(A));
        };
    List<HealthData> came = new ArrayList<>();
    Throwable[] thrown = new Throwable[1];
    Thread reader =
        new Thread(() -> thrown[0] = catchThrowable(() -> pull().stream().forEach(came::add)));
    reader.start();
    await(asked);
    revoke();
    revoked.countDown();
    reader.join();
    assertThat(came).isEmpty();
    assertThat(thrown[0]).isInstanceOf(ConsentEndedException.class);
  }

  @Test
  void whatArrivesAfterTheConsentExpiredIsNotHandedOut() {
    provider.records =
        exchange -> {
          passed = Duration.ofHours(2);
          RecordsProvider.send(exchange, 200, page(A));
        };
    assertThatExceptionOfType(ConsentEndedException.class)
        .isThrownBy(() -> pull().stream().findFirst())
        .satisfies(e -> assertThat(e.reason()).isEqualTo(EndCause.EXPIRED));
  }

  @Test
  void aRefusalThatNobodySignedStopsReadingAndDestroysNothing(@TempDir Path folder) {
    SealedRecords store = client.sealedRecords(folder);
    answer(page(A));
    assertThat(store.keep(pull()).resources()).isEqualTo(1);
    provider.refusal = "consent_revoked_by_citizen";
    assertThatExceptionOfType(ConsentEndedException.class).isThrownBy(() -> pull().toList());
    provider.refusal = "";
    assertThatExceptionOfType(ConsentEndedException.class).isThrownBy(this::pull);
    assertThat(store.erasures()).isEmpty();
  }

  @Test
  void aLongPageOutlivesSeveralTokens() {
    AtomicInteger times = new AtomicInteger();
    provider.records =
        exchange -> {
          switch (times.getAndIncrement()) {
            case 0, 2, 4 -> RecordsProvider.send(exchange, 401, "{}");
            case 1 -> RecordsProvider.breakOff(exchange, page(A, B));
            case 3 -> RecordsProvider.breakOff(exchange, page(A, B, C));
            default -> RecordsProvider.send(exchange, 200, page(A, B, C));
          }
        };
    assertThat(ids(pull())).containsExactly("a", "b", "c");
  }

  @Test
  void aRenewedTokenForAnotherPullOrDataSetIsRefused() {
    for (String swap :
        List.of("\"pull\":\"p1\"~\"pull\":\"p2\"", "immunizations~conditions", "\"c1\"~\"c2\"")) {
      provider.swapInRenewedTokens = swap;
      provider.records = exchange -> RecordsProvider.send(exchange, 401, "{}");
      assertThatExceptionOfType(UntrustedException.class)
          .isThrownBy(() -> pull().toList())
          .satisfies(e -> assertThat(e.check()).isEqualTo(Check.CONSENT));
    }
  }

  @Test
  void aKnownDataSetUnderAnotherPlaceOrTypeIsAMistake() {
    for (DataSet<?> mistaken :
        List.of(
            DataSet.of("immunizations", HealthData.class, "Condition"),
            DataSet.of("immunizations", CitizenData.class, "Immunization"),
            DataSet.of("patient_summary", HealthData.class, "Patient/$everything"))) {
      assertThatExceptionOfType(InvalidRequestException.class)
          .isThrownBy(
              () ->
                  client
                      .records()
                      .pull(PullRequest.under(consent, Application.TREATMENT, mistaken)))
          .satisfies(e -> assertThat(e.field()).isEqualTo("dataSet"));
    }
    assertThat(provider.grants).isEmpty();
  }

  @Test
  void noConnectionStaysInUseAfterAnEndOfAnyKind() {
    String begin = PullTest.page("\"entry\":[" + A + "," + B);
    provider.records = exchange -> hang(exchange, begin.substring(0, begin.length() - 1));
    try (Pull<HealthData> pull = pull()) {
      assertThat(pull.stream().iterator().next().json()).contains("\"a\"");
      assertThat(inUse()).isEqualTo(1);
    }
    assertThat(soon(() -> inUse() == 0)).isTrue();
    try (var items = pull().stream()) {
      assertThat(items.findFirst()).isPresent();
    }
    assertThat(soon(() -> inUse() == 0)).isTrue();
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () -> {
              try (var items = pull().stream()) {
                items.forEach(
                    item -> {
                      throw new IllegalStateException();
                    });
              }
            });
    assertThat(soon(() -> inUse() == 0)).isTrue();
    provider.records = exchange -> hang(exchange, page(A, "7"));
    assertThatExceptionOfType(UntrustedException.class).isThrownBy(() -> pull().toList());
    assertThat(soon(() -> inUse() == 0)).isTrue();
    provider.records = exchange -> hang(exchange, "{" + (char) 0 + "}");
    assertThatExceptionOfType(UntrustedException.class).isThrownBy(() -> pull().toList());
    assertThat(soon(() -> inUse() == 0)).isTrue();
  }

  @Test
  void anInterruptionEndsTheTriesAndIsStillHeard() {
    try (EidClient patient = provider.client()) {
      Consent.Active active = provider.consent(patient);
      provider.records = exchange -> RecordsProvider.breakOff(exchange, page(A).substring(0, 20));
      Pull<HealthData> pull =
          patient
              .records()
              .pull(PullRequest.under(active, Application.TREATMENT, HealthData.IMMUNIZATIONS));
      Thread reader = Thread.currentThread();
      Thread interrupter =
          new Thread(
              () -> {
                soon(() -> !provider.asked.isEmpty());
                reader.interrupt();
              });
      interrupter.start();
      assertThatExceptionOfType(UnavailableException.class).isThrownBy(pull::toList);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(provider.asked).hasSizeLessThan(3);
    }
  }

  private Pull<HealthData> pull() {
    return client.records().pull(request());
  }

  private Pull<HealthData> resumed(Pull<HealthData> begun) {
    return client.records().pull(request().resumingAt(begun.position().orElseThrow()));
  }

  private PullRequest<HealthData> request() {
    return PullRequest.under(consent, Application.TREATMENT, HealthData.IMMUNIZATIONS);
  }

  /** The provider knows no revocation; the process does from the call on. */
  private void revoke() {
    assertThat(catchThrowable(() -> client.consents().revoke(consent.id(), "enough"))).isNotNull();
  }

  private void answer(String json) {
    provider.records = exchange -> RecordsProvider.send(exchange, 200, json);
  }

  private int inUse() {
    return http.connectionPool().connectionCount() - http.connectionPool().idleConnectionCount();
  }

  private Clock movable() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return Instant.now().plus(passed);
      }
    };
  }

  private static List<String> ids(Pull<HealthData> pull) {
    return pull.stream()
        .map(item -> item.json().replaceAll(".*\"id\":\"(.*?)\".*", "$1"))
        .collect(Collectors.toList());
  }

  private static String page(String... entries) {
    return PullTest.page("\"entry\":[" + String.join(",", entries) + "]");
  }

  /** Sends a beginning and then nothing, with the connection open. */
  private static void hang(HttpExchange exchange, String begin) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().write(begin.getBytes(StandardCharsets.UTF_8));
    exchange.getResponseBody().flush();
    try {
      Thread.sleep(3_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean soon(BooleanSupplier condition) {
    Instant end = Instant.now().plusSeconds(10);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        return false;
      }
      Thread.onSpinWait();
    }
    return true;
  }
}
