package vn.eid.examples.readme;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import vn.eid.CitizenId;
import vn.eid.EidClient;
import vn.eid.PartialDate;
import vn.eid.consent.Consent;
import vn.eid.consent.ConsentRequest;
import vn.eid.consent.Purpose;
import vn.eid.records.HealthData;
import vn.eid.records.PullRequest;
import vn.eid.tax.LinkRequest;
import vn.eid.tax.LinkResult;

/** The consent, the records and the tax link of the README, as they compile. */
public final class ClinicRecords {
  private ClinicRecords() {}

  /** Immunisations under a consent; where the citizen says no, the tax link alone. */
  public static List<HealthData> read(
      EidClient eid,
      CitizenId citizenId,
      Purpose purpose,
      String fullName,
      PartialDate birthDate,
      Consumer<LinkResult> links)
      throws InterruptedException {
    // readme:begin
    ConsentRequest ask =
        ConsentRequest.ask(citizenId, purpose, HealthData.PATIENT_SUMMARY, HealthData.IMMUNIZATIONS)
            .validFor(Duration.ofDays(7));
    Consent.Requested requested = eid.consents().request(ask); // show requested.approvalUri()
    Consent decided = eid.consents().awaitDecision(requested, Duration.ofMinutes(10));
    if (decided instanceof Consent.Active consent) { // its signed receipt was verified
      PullRequest<HealthData> all = PullRequest.under(consent, purpose, HealthData.IMMUNIZATIONS);
      return eid.records().pull(all).toList(); // or stream(): two gigabytes in constant memory
    }

    LinkResult link = eid.taxLinks().link(LinkRequest.of(citizenId, fullName, birthDate));
    // readme:end
    links.accept(link);
    return List.of();
  }
}
