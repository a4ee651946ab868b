package vn.eid.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.eid.Application;
import vn.eid.CitizenId;
import vn.eid.MockedApplicationTest;
import vn.eid.UntrustedException;
import vn.eid.UntrustedException.Check;
import vn.eid.records.HealthData;

/** Somebody between us and the registry gives an answer of before to a request of now. */
class RepeatedAnswerTest extends MockedApplicationTest {
  private static final CitizenId AN = CitizenId.parse("099085000011");
  private static final CitizenId DECLINES = CitizenId.parse("099075000112");

  private Application between;
  private Consents consents;

  @BeforeEach
  void standBetween() {
    OkHttpClient http = new OkHttpClient.Builder().addInterceptor(repeating()).build();
    between = Application.of(Application.builder(mock).httpClient(http).build());
    consents = between.client().consents();
  }

  @AfterEach
  void leave() {
    between.close();
  }

  @Test
  void theConsentOfAnotherCitizenIsNotTakenForTheOneThatWasAskedFor() {
    consents.request(ask(AN));
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(() -> consents.request(ask(DECLINES)))
        .satisfies(e -> assertThat(e.check()).isEqualTo(Check.CONSENT));
  }

  @Test
  void theSameRequestAgainIsTheSameConsent() {
    ConsentRequest request = ask(AN);
    assertThat(consents.request(request).id()).isEqualTo(consents.request(request).id());
  }

  private static ConsentRequest ask(CitizenId citizen) {
    return ConsentRequest.ask(citizen, Application.TREATMENT, HealthData.IMMUNIZATIONS);
  }

  /** The first answer to a request for consent is the answer to each. */
  private static Interceptor repeating() {
    AtomicReference<byte[]> first = new AtomicReference<>();
    return chain -> {
      Request request = chain.request();
      Response response = chain.proceed(request);
      if (!request.url().encodedPath().endsWith("/consents")) {
        return response;
      }
      return repeated(response, first);
    };
  }

  private static Response repeated(Response response, AtomicReference<byte[]> first)
      throws IOException {
    byte[] own = response.body().bytes();
    first.compareAndSet(null, own);
    return response
        .newBuilder()
        .body(ResponseBody.create(first.get(), response.body().contentType()))
        .build();
  }
}
