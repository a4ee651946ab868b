package vn.eid.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.net.httpserver.HttpHandler;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.eid.Application;
import vn.eid.EidClient;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;

/** Each bad answer has its own reason, and what came before it stays. */
class HostileRecordsTest {
  private static final String A = PullTest.entry("a");
  private static final String B = PullTest.entry("b");

  private final RecordsProvider provider = new RecordsProvider();
  private final List<HealthData> came = new ArrayList<>();
  private EidClient client;

  @BeforeEach
  void open() {
    client = provider.client();
  }

  @AfterEach
  void close() {
    client.close();
    provider.close();
  }

  static Stream<Arguments> afterOneGoodResource() {
    String good = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[" + A;
    return Stream.of(
        arguments(
            "ends in the middle of a whole answer", good + ",{\"resource\":{\"res", Check.FORMAT),
        arguments("ends before its list does", good, Check.FORMAT),
        arguments("goes on after its end", good + "]} {}", Check.FORMAT),
        arguments(
            "names a member of the page twice", good + "],\"type\":\"searchset\"}", Check.FORMAT),
        arguments("is no search", good.replace("searchset", "history") + "]}", Check.FORMAT),
        arguments("names a member of a resource twice", good + "," + twice() + "]}", Check.FORMAT),
        arguments(
            "has a resource without id",
            good + "," + B.replace("\"id\"", "\"no\"") + "]}",
            Check.FORMAT),
        arguments(
            "has an id that forges a log line",
            good + "," + PullTest.entry("b\\n") + "]}",
            Check.FORMAT),
        arguments("has a resource that is a list", good + ",{\"resource\":[]}]}", Check.FORMAT),
        arguments("has an entry that is a text", good + ",\"x\"]}", Check.FORMAT),
        arguments("has a total below zero", good + "],\"total\":-1}", Check.FORMAT),
        arguments(
            "has two next pages",
            good + "],\"link\":[" + PullTest.next(2) + "," + PullTest.next(3) + "]}",
            Check.FORMAT),
        arguments("is nested too deep", good + "," + deep() + "]}", Check.FORMAT),
        arguments(
            "has another person's resource",
            good + "," + B.replace("Patient/1", "Patient/2") + "]}",
            Check.SUBJECT),
        arguments(
            "has another kind of resource",
            good + "," + B.replace("Immunization", "Condition") + "]}",
            Check.CONSENT),
        arguments(
            "links to itself",
            good + "],\"link\":[{\"relation\":\"next\",\"url\":\"Immunization?_count=100#x\"}]}",
            Check.FORMAT),
        arguments(
            "links to another host",
            good
                + "],\"link\":[{\"relation\":\"next\",\"url\":\"//evil.example/fhir/Immunization\"}]}",
            Check.DESTINATION),
        arguments(
            "links out of the service",
            good + "],\"link\":[{\"relation\":\"next\",\"url\":\"x/..;/tax\"}]}",
            Check.DESTINATION));
  }

  private static String twice() {
    return B.replace("\"patient\":{", "\"patient\":{\"reference\":\"Patient/2\",");
  }

  private static String deep() {
    return "{\"resource\":{\"x\":" + "[".repeat(100) + "]".repeat(100) + "}}";
  }

  @ParameterizedTest(name = "a page that {0}")
  @MethodSource("afterOneGoodResource")
  void isRefusedWithItsOwnReasonAndWhatCameBeforeStays(String name, String json, Check check) {
    assertThat(refusal(exchange -> RecordsProvider.send(exchange, 200, json))).isEqualTo(check);
    assertThat(came).hasSize(1);
    assertThat(provider.asked).hasSize(1);
  }

  @Test
  void aPageThatRepeatsUnderNewLinksForEverIsAReplay() {
    HttpHandler repeating =
        exchange ->
            RecordsProvider.send(
                exchange,
                200,
                PullTest.page(
                    "\"entry\":["
                        + A
                        + "],\"link\":["
                        + PullTest.next(provider.asked.size() + 1)
                        + "]"));
    assertThat(refusal(repeating)).isEqualTo(Check.REPLAY);
    assertThat(provider.asked).hasSize(2);
  }

  @Test
  void aPageThatLinksBackIsACircle() {
    HttpHandler circle =
        exchange -> {
          int page = provider.asked.size();
          RecordsProvider.send(
              exchange,
              200,
              PullTest.page(
                  "\"entry\":["
                      + PullTest.entry("x" + page)
                      + "],\"link\":["
                      + PullTest.next(page == 3 ? 2 : page + 1)
                      + "]"));
        };
    assertThat(refusal(circle)).isEqualTo(Check.FORMAT);
    assertThat(provider.asked).hasSize(3);
  }

  @Test
  void emptyPagesWithoutEndAreRefused() {
    HttpHandler empty =
        exchange ->
            RecordsProvider.send(
                exchange,
                200,
                PullTest.page("\"link\":[" + PullTest.next(provider.asked.size() + 1) + "]"));
    assertThat(refusal(empty)).isEqualTo(Check.FORMAT);
    assertThat(provider.asked).hasSizeBetween(10, 30);
  }

  @Test
  void bytesThatAreNoUtf8AreRefusedInAResourceAndBesideIt() {
    for (String place : List.of("\"note\":\"~\"", "\"x\":[\"~\"]")) {
      for (String bytes :
          List.of(
              "\u00c0\u0080",
              "\u00ed\u00a0\u0080",
              "\u00ff",
              "\u00e1\u00ba",
              "\u00f4\u0090\u0080\u0080")) {
        came.clear();
        String json =
            place.contains("note")
                ? PullTest.page(
                    "\"entry\":[" + A + "," + B.replace("\"id\"", place + ",\"id\"") + "]")
                : PullTest.page("\"entry\":[" + A + "]," + place);
        byte[] body = json.replace("~", bytes).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(
                refusal(exchange -> RecordsProvider.send(exchange, 200, "application/json", body)))
            .isEqualTo(Check.FORMAT);
        assertThat(came).hasSize(1);
      }
    }
  }

  @Test
  void utf16IsRefused() {
    byte[] body = PullTest.page("\"entry\":[" + A + "]").getBytes(StandardCharsets.UTF_16LE);
    assertThat(refusal(exchange -> RecordsProvider.send(exchange, 200, "application/json", body)))
        .isEqualTo(Check.FORMAT);
  }

  @Test
  void aResourceOfFiftyMegabytesIsRefusedAfterEight() {
    long[] sent = new long[1];
    HttpHandler huge =
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
          exchange.sendResponseHeaders(200, 0);
          OutputStream out = exchange.getResponseBody();
          String begin = PullTest.page("\"entry\":[" + A + ",");
          out.write(
              (begin.substring(0, begin.length() - 1) + "{\"resource\":{\"x\":\"")
                  .getBytes(StandardCharsets.UTF_8));
          byte[] more = "x".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
          while (sent[0] < 50 << 20) {
            out.write(more);
            sent[0] += more.length;
          }
        };
    assertThat(refusal(huge)).isEqualTo(Check.SIZE);
    assertThat(came).hasSize(1);
    assertThat(sent[0]).isLessThan(20 << 20);
  }

  @Test
  void whiteSpaceWithoutEndIsRefusedLikeAHugeResource() {
    String begin = PullTest.page("\"entry\":[" + A + ",");
    String json = begin.substring(0, begin.length() - 1) + " ".repeat(9 << 20);
    assertThat(refusal(exchange -> RecordsProvider.send(exchange, 200, json)))
        .isEqualTo(Check.SIZE);
  }

  @Test
  void aLoginPageInPlaceOfRecordsIsRefused() {
    assertThat(
            refusal(
                exchange ->
                    RecordsProvider.send(
                        exchange, 200, "text/html", "<html>".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(Check.FORMAT);
  }

  private Check refusal(HttpHandler records) {
    provider.records = records;
    Throwable thrown =
        catchThrowable(
            () ->
                client
                    .records()
                    .pull(
                        PullRequest.under(
                            provider.consent(client),
                            Application.TREATMENT,
                            HealthData.IMMUNIZATIONS))
                    .stream()
                    .forEach(came::add));
    assertThat(thrown).isInstanceOf(UntrustedException.class);
    assertThat(thrown).hasMessageNotContainingAny("Patient/1", "\"a\"");
    return ((UntrustedException) thrown).check();
  }
}
