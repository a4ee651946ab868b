package vn.eid.fhir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import vn.eid.CitizenId;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.consent.Consent;
import vn.eid.consent.ConsentRequest;
import vn.eid.consent.DataSet;
import vn.eid.consent.Purpose;
import vn.eid.mock.EidMock;
import vn.eid.records.HealthData;
import vn.eid.records.PullRequest;

/** A clinic that uses the SDK against the mock server, and keeps the FHIR answers as they came. */
final class Clinic implements AutoCloseable {
  private static final Purpose TREATMENT =
      Purpose.of("TREATMENT", "Khám và điều trị", "Medical treatment");

  private final EidMock mock;
  private final List<String> answers = new ArrayList<>();
  private final EidClient client;

  Clinic(EidMock mock) {
    this.mock = mock;
    this.client =
        EidClient.builder(
                Environment.sandbox(mock.issuer()),
                mock.clientId(),
                ClientKey.fromJwk(mock.clientKeyJwk()))
            .clock(mock.clock())
            .httpClient(new OkHttpClient.Builder().addInterceptor(this::keep).build())
            .build();
  }

  private Response keep(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (chain.request().url().encodedPath().startsWith("/fhir/") && response.isSuccessful()) {
      answers.add(response.peekBody(Long.MAX_VALUE).string());
    }
    return response;
  }

  /** The bodies that the provider answered with since the last call. */
  List<String> takeAnswers() {
    List<String> taken = List.copyOf(answers);
    answers.clear();
    return taken;
  }

  /** The consent of a citizen, who decides without being waited for; empty where not given. */
  Optional<Consent.Active> consentOf(String number, List<DataSet<HealthData>> dataSets) {
    ConsentRequest ask =
        ConsentRequest.ask(CitizenId.parse(number), TREATMENT, dataSets.toArray(new DataSet<?>[0]));
    Consent.Requested requested = client.consents().request(ask);
    mock.advance(Duration.ofSeconds(10));
    return client.consents().find(requested.id()) instanceof Consent.Active active
        ? Optional.of(active)
        : Optional.empty();
  }

  List<HealthData> pull(Consent.Active consent, DataSet<HealthData> dataSet) {
    return client.records().pull(PullRequest.under(consent, TREATMENT, dataSet)).toList();
  }

  /** All records of one data set of a citizen who agrees. */
  List<HealthData> records(String number, DataSet<HealthData> dataSet) {
    return pull(consentOf(number, List.of(dataSet)).orElseThrow(), dataSet);
  }

  /** Every data set of FHIR resources that the SDK names. */
  static List<DataSet<HealthData>> allDataSets() {
    List<DataSet<HealthData>> all = new ArrayList<>();
    for (var field : HealthData.class.getFields()) {
      all.add(constant(field));
    }
    return all;
  }

  @SuppressWarnings("unchecked")
  private static DataSet<HealthData> constant(java.lang.reflect.Field field) {
    try {
      return (DataSet<HealthData>) field.get(null);
    } catch (IllegalAccessException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
