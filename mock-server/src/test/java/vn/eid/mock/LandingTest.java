package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LandingTest {
  @Test
  void saysWhatTheServerIsAndEachLinkLeadsSomewhere() {
    try (EidMock mock = EidMock.start()) {
      TestClient client = new TestClient(mock);
      String page = client.get("/?lang=en", Map.of()).isOk().body();
      assertThat(page)
          .contains("not the national system", "synthetic", "How to begin")
          .contains(mock.issuer().toString(), mock.clientId());
      List<String> links =
          Pattern.compile("href=\"(/[^\"]*)\"")
              .matcher(page)
              .results()
              .map(LandingTest::link)
              .toList();
      assertThat(links).hasSize(6);
      links.forEach(link -> client.get(link, Map.of()).isOk());
      assertThat(client.get("/?lang=vi", Map.of()).body()).contains("không phải hệ thống quốc gia");
      assertThat(client.post("/", Map.of(), Map.of()).header("Allow")).isEqualTo("GET, HEAD");
    }
  }

  private static String link(MatchResult found) {
    return found.group(1);
  }
}
