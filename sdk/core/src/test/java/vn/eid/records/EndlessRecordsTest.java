package vn.eid.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.eid.Application;
import vn.eid.EidClient;
import vn.eid.UnavailableException;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;

/** A provider that never comes to an end gets neither our time nor our memory. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EndlessRecordsTest {
  /** Far more than a pull may take, and yet an end, so that a failing test ends. */
  private static final int ENDLESS = 400_000;

  private final RecordsProvider provider = new RecordsProvider();
  private EidClient client;

  @BeforeEach
  void open() {
    client = Application.sleepless(provider.builder(provider.clientKey())).build();
  }

  @AfterEach
  void close() {
    client.close();
    provider.close();
  }

  @Test
  void aPageThatBringsOneResourceAgainAndAgainIsAReplay() {
    assertThat(refusal(endless(number -> PullTest.entry("a")))).isEqualTo(Check.REPLAY);
  }

  @Test
  void aPageThatGivesReasonsWithoutEndIsTooLarge() {
    assertThat(
            refusal(
                endless(
                    number ->
                        "{\"resource\":{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"code\":"
                            + "\"suppressed\",\"severity\":\"information\"}]}}")))
        .isEqualTo(Check.SIZE);
  }

  @Test
  void aPageOfOutcomesThatSayNothingIsTooLarge() {
    assertThat(refusal(endless(number -> "{\"resource\":{\"resourceType\":\"OperationOutcome\"}}")))
        .isEqualTo(Check.SIZE);
  }

  @Test
  void namesWithoutEndAreRefusedBecauseTheParserKeepsThem() {
    assertThat(
            refusal(
                endless(
                    number ->
                        PullTest.entry("x" + number)
                            .replace("\"id\"", "\"member" + number + "\":1,\"id\""))))
        .isEqualTo(Check.SIZE);
  }

  @Test
  void aNameOfManyKilobytesIsRefused() {
    String name = "n".repeat(40_000);
    assertThat(
            refusal(
                endless(
                    number ->
                        PullTest.entry("x" + number)
                            .replace("\"id\"", "\"" + name + "\":1,\"id\""))))
        .isEqualTo(Check.FORMAT);
  }

  @Test
  void aReasonOfMegabytesIsNotMadeATree() {
    String outcome =
        "{\"resource\":{\"resourceType\":\"OperationOutcome\",\"x\":["
            + "[],".repeat(1 << 20)
            + "[]]}}";
    assertThat(
            refusal(
                exchange ->
                    RecordsProvider.send(
                        exchange, 200, PullTest.page("\"entry\":[" + outcome + "]"))))
        .isEqualTo(Check.SIZE);
  }

  @Test
  void pagesThatBreakOffAndThenRepeatUnderNewLinksAreAReplay() {
    AtomicInteger times = new AtomicInteger();
    assertThat(
            refusal(
                exchange -> {
                  int time = times.getAndIncrement();
                  String page =
                      PullTest.page(
                          "\"entry\":["
                              + PullTest.entry("a")
                              + "],\"link\":["
                              + PullTest.next(time + 2)
                              + "]");
                  if (time > 0 && time % 2 == 1) {
                    RecordsProvider.breakOff(exchange, page.substring(0, 50));
                  } else {
                    RecordsProvider.send(exchange, time > 100 ? 400 : 200, page);
                  }
                }))
        .isEqualTo(Check.REPLAY);
  }

  @Test
  void aLinkOfManyKilobytesIsRefused() {
    String link = "{\"relation\":\"next\",\"url\":\"Immunization?p=" + "1".repeat(9000) + "\"}";
    assertThat(
            refusal(
                exchange ->
                    RecordsProvider.send(
                        exchange,
                        200,
                        PullTest.page(
                            "\"entry\":[" + PullTest.entry("a") + "],\"link\":[" + link + "]"))))
        .isEqualTo(Check.FORMAT);
    assertThat(provider.asked).hasSize(1);
  }

  @Test
  void aResourceThatComesByteByByteIsCutOffWithItsConnection() {
    HttpHandler drip =
        exchange -> {
          begin(exchange);
          exchange.getResponseBody().flush();
          sleep(Duration.ofSeconds(30));
        };
    provider.records = drip;
    try (EidClient hurried =
            Application.sleepless(provider.builder(provider.clientKey()))
                .timeout(Duration.ofSeconds(1))
                .build();
        Pull<HealthData> pull = hurried.records().pull(request(hurried))) {
      assertThat(catchThrowableOfType(UnavailableException.class, pull::toList)).isNotNull();
    }
    assertThat(provider.asked).hasSize(3);
  }

  private Check refusal(HttpHandler records) {
    provider.records = records;
    UntrustedException refusal =
        catchThrowableOfType(
            UntrustedException.class,
            () -> {
              try (var items = client.records().pull(request(client)).stream()) {
                items.forEach(item -> {});
              }
            });
    assertThat(refusal).isNotNull();
    return refusal.check();
  }

  private PullRequest<HealthData> request(EidClient of) {
    return PullRequest.under(provider.consent(of), Application.TREATMENT, HealthData.IMMUNIZATIONS);
  }

  private static HttpHandler endless(IntFunction<String> entry) {
    return exchange -> {
      begin(exchange);
      OutputStream out = exchange.getResponseBody();
      for (int number = 0; number < ENDLESS; number++) {
        out.write(
            ((number == 0 ? "" : ",") + entry.apply(number)).getBytes(StandardCharsets.UTF_8));
      }
      out.write("]}".getBytes(StandardCharsets.UTF_8));
    };
  }

  private static void begin(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
    exchange.sendResponseHeaders(200, 0);
    exchange
        .getResponseBody()
        .write(
            "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":["
                .getBytes(StandardCharsets.UTF_8));
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
