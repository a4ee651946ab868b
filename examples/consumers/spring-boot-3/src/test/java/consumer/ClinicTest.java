package consumer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import vn.eid.mock.EidMock;
import vn.eid.spring.test.EidSpringTest;

@EidSpringTest(properties = "eid.login.asking=NAME")
class ClinicTest {
  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.ALWAYS)
          .build();

  @Value("${local.server.port}")
  private int port;

  @Autowired private ObjectMapper mapper;

  @Autowired private EidMock mock;

  @Test
  void aCitizenLogsInAndTheMockServerAnswersBesideTheApplication() throws Exception {
    String discovery = get(mock.issuer() + "/.well-known/openid-configuration");
    assertThat(mapper.readTree(discovery).get("issuer").asText())
        .isEqualTo(mock.issuer().toString());
    assertThat(get("http://localhost:" + port + "/ward"))
        .isEqualTo("{\"name\":\"Khoa Nội\",\"beds\":12,\"visitor\":\"Nguyễn Văn An\"}");
  }

  @Test
  void neitherTheStarterNorTheMockServerPutsAnotherJacksonOnTheClassPath() throws Exception {
    String bootsOwn = System.getProperty("jackson");
    assertThat(onClassPath("jackson-core")).containsExactly("jackson-core-" + bootsOwn + ".jar");
    assertThat(onClassPath("jackson-databind"))
        .containsExactly("jackson-databind-" + bootsOwn + ".jar");
    for (String part : List.of("jose4j", "jte-", "picocli")) {
      assertThat(onClassPath(part)).as(part).isEmpty();
    }
    assertThat(mapper.version()).hasToString(bootsOwn);
  }

  private String get(String uri) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(uri)).build();
    return browser.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static List<String> onClassPath(String name) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).getFileName().toString())
        .filter(entry -> entry.startsWith(name))
        .toList();
  }
}
