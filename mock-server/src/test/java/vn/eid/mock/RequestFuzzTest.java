package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import vn.eid.mock.endpoint.Json;
import vn.eid.mock.endpoint.Reply;

/**
 * Any request to the mock server, its door for tests included: a line with method and target, lines
 * with header fields, an empty line, the body. Whatever comes, the mock itself does not fail.
 *
 * <p>So that it gets past the doors, {@code as: tax_link} stands for a good token of that scope and
 * its proof, {@code as: client} for a proof alone, and {@code {client}} in a body for what
 * authenticates the client.
 */
class RequestFuzzTest {
  private static final EidMock MOCK = EidMock.start();
  private static final TestClient CLIENT = new TestClient(MOCK);
  private static final String AS = "as";

  @FuzzTest
  void read(byte[] input) {
    String[] parts = new String(input, StandardCharsets.UTF_8).split("\n\n", 2);
    String[] head = parts[0].split("\n", -1);
    String[] line = head[0].split(" ", 2);
    String target = line.length < 2 ? "/" : line[1];
    if (target.contains("/client")) {
      // Another key of the client would outlast the reset.
      return;
    }
    MOCK.reset();
    Map<String, List<String>> headers = headers(head);
    prove(headers, line[0], target.split("\\?", 2)[0]);
    byte[] body = body(parts.length < 2 ? "" : parts[1]);
    Reply reply = answer(line[0], target, headers, body);
    assertThat(reply.status()).isBetween(200, 599);
    assertThat(new String(reply.body(), StandardCharsets.UTF_8))
        .doesNotContain("The mock itself failed");
  }

  @AfterAll
  static void stop() {
    MOCK.close();
  }

  private static Reply answer(
      String method, String target, Map<String, List<String>> headers, byte[] body) {
    return MOCK.router().answer(new Router.Incoming(method, target, headers, body, true));
  }

  private static void prove(Map<String, List<String>> headers, String method, String path) {
    String scope = headers.getOrDefault(AS, List.of("")).get(0);
    if (scope.equals("client")) {
      headers.put("dpop", List.of(CLIENT.proof(method, path).sign()));
    } else if (List.of("consent", "tax_link", "population_check", "events").contains(scope)) {
      String token = token(scope);
      headers.put("authorization", List.of("DPoP " + token));
      headers.put("dpop", List.of(CLIENT.proof(method, path, token).sign()));
    }
  }

  private static String token(String scope) {
    Map<String, String> grant = Map.of("grant_type", "client_credentials", "scope", scope);
    String form = TestClient.encoded(CLIENT.authenticated(grant, CLIENT.assertion()));
    Map<String, List<String>> headers =
        Map.of(
            "content-type",
            List.of("application/x-www-form-urlencoded"),
            "dpop",
            List.of(CLIENT.proof("POST", "/token").sign()));
    Reply reply = answer("POST", "/token", headers, form.getBytes(StandardCharsets.UTF_8));
    return Json.object(reply.body()).path("access_token").asText();
  }

  private static byte[] body(String body) {
    String sent =
        body.contains("{client}")
            ? body.replace(
                "{client}", TestClient.encoded(CLIENT.authenticated(Map.of(), CLIENT.assertion())))
            : body;
    return sent.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, List<String>> headers(String[] head) {
    Map<String, List<String>> headers = new TreeMap<>();
    for (int i = 1; i < head.length; i++) {
      String[] field = head[i].split(":", 2);
      if (field.length == 2) {
        headers.merge(
            field[0].toLowerCase(Locale.ROOT), List.of(field[1].strip()), RequestFuzzTest::joined);
      }
    }
    return headers;
  }

  private static List<String> joined(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
