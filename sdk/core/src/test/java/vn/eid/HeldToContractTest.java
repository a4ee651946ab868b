package vn.eid;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.eid.mock.Fault;
import vn.eid.tax.LinkRequest;
import vn.eid.tax.LinkResult;

/** What holds all tests to the OpenAPI documents does find what is wrong. */
class HeldToContractTest extends MockedApplicationTest {
  private static final String LINKS = "/tax/v1/links";
  private static final LinkRequest AN =
      LinkRequest.of(
          CitizenId.parse("099085000011"),
          "Nguyễn Văn An",
          PartialDate.of(LocalDate.of(1985, 3, 12)));

  @Test
  void goodTrafficIsNoDrift() {
    assertThat(app.client().taxLinks().link(AN)).isInstanceOf(LinkResult.Linked.class);
    assertThat(HeldToContract.found()).isEmpty();
  }

  @Test
  void anAnswerThatTheDocumentDoesNotKnowIsDrift() {
    answerWith("{\"result\":\"done\"}");
    assertThat(catchThrowable(() -> app.client().taxLinks().link(AN))).isNull();
    assertThat(HeldToContract.found()).anyMatch(problem -> problem.contains("response"));
  }

  @Test
  void whatASpoiltServerAnswersIsLetBe() {
    mock.inject(Fault.TAX_LINK_OTHER_CITIZEN);
    assertThat(catchThrowable(() -> app.client().taxLinks().link(AN)))
        .isInstanceOf(UntrustedException.class);
    answerWith("{\"result\":\"done\"}");
    assertThat(catchThrowable(() -> app.client().taxLinks().link(AN))).isNull();
    assertThat(HeldToContract.found()).isEmpty();
  }

  @Test
  void aRequestThatTheDocumentDoesNotKnowIsDriftWhateverIsAnswered() throws Exception {
    mock.inject(Fault.TAX_LINK_OTHER_CITIZEN);
    answerWith("{}");
    send("{\"citizen\":\"099085000011\"}");
    assertThat(HeldToContract.found()).anyMatch(problem -> problem.contains("request"));
  }

  private void answerWith(String body) {
    mock.wireMock().stubFor(post(LINKS).willReturn(okJson(body)));
  }

  private void send(String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(mock.issuer() + LINKS))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);
  }
}
