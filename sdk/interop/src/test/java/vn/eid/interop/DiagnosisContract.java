package vn.eid.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.eid.EidClient;
import vn.eid.diagnosis.Diagnosis;
import vn.eid.diagnosis.Finding;
import vn.eid.diagnosis.Finding.Topic;

/** What a diagnosis says of a provider, whoever wrote it. */
abstract class DiagnosisContract extends ProviderContract {

  @Test
  void findsNoProblemWhereThereIsNone() {
    Diagnosis diagnosis = client.diagnose(TestedProvider.CALLBACK);
    assertThat(diagnosis.problems()).as(diagnosis.toString()).isEmpty();
    assertThat(diagnosis.findings())
        .filteredOn(finding -> finding.verdict() == Finding.Verdict.OK)
        .extracting(Finding::topic)
        .contains(
            Topic.CONNECTION,
            Topic.ISSUER,
            Topic.ENDPOINTS,
            Topic.SIGN_IN,
            Topic.DPOP,
            Topic.CALLBACK);
  }

  @Test
  void namesACallbackThatIsNotRegistered() {
    URI other = URI.create(TestedProvider.CALLBACK + "s");
    Diagnosis diagnosis = client.diagnose(TestedProvider.CALLBACK, other);
    assertThat(diagnosis.problems()).as(diagnosis.toString()).hasSize(1);
    Finding problem = diagnosis.problems().get(0);
    assertThat(problem.topic()).isEqualTo(Topic.CALLBACK);
    assertThat(problem.found()).contains(other.toString());
  }

  @Test
  void namesAKeyThatIsNotRegistered() {
    try (EidClient stranger = provider.client(ApplicationKeys.generate().signing()).build()) {
      Diagnosis diagnosis = stranger.diagnose(TestedProvider.CALLBACK);
      assertThat(diagnosis.problems()).as(diagnosis.toString()).hasSize(1);
      Finding problem = diagnosis.problems().get(0);
      assertThat(List.of(Topic.REGISTERED_KEY, Topic.SIGN_IN)).contains(problem.topic());
      assertThat(problem.found()).contains("key");
    }
  }
}
