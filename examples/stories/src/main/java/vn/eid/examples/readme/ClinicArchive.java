package vn.eid.examples.readme;

import java.util.List;
import vn.eid.EidClient;
import vn.eid.consent.Consent;
import vn.eid.consent.Purpose;
import vn.eid.records.HealthData;
import vn.eid.records.Pull;
import vn.eid.records.PullRequest;
import vn.eid.records.SealedRecords;
import vn.eid.records.Withheld;

/** The sealed copy of the README, as it compiles. */
public final class ClinicArchive {
  private ClinicArchive() {}

  /** Keeps laboratory results for as long as the consent stands, and says what did not come. */
  public static List<Withheld> keep(
      EidClient eid, SealedRecords copies, Consent.Active consent, Purpose purpose) {
    // readme:begin
    PullRequest<HealthData> results =
        PullRequest.under(consent, purpose, HealthData.LABORATORY_RESULTS).askedBy("ward 3");
    try (Pull<HealthData> pull = eid.records().pull(results)) {
      copies.keep(pull); // sealed as it arrives, however much it is
      return pull.receipt().withheld(); // why less came than was agreed: SENSITIVE, 3 of them
    }
    // readme:end
  }
}
