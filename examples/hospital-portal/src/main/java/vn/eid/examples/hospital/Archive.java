package vn.eid.examples.hospital;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import vn.eid.ConsentEndedException;
import vn.eid.EidClient;
import vn.eid.consent.Consent;
import vn.eid.consent.DataSet;
import vn.eid.records.HealthData;
import vn.eid.records.Pull;
import vn.eid.records.PullRequest;
import vn.eid.records.SealedRecords;

/**
 * Gets records: from the registry the first time, afterwards out of the sealed copy. Each look asks
 * the registry whether the consent stands, and is a line in the ledger.
 */
@Service
class Archive {
  private final EidClient eid;
  private final SealedRecords copies;
  private final PullReceipts receipts;

  Archive(EidClient eid, SealedRecords copies, PullReceipts receipts) {
    this.eid = eid;
    this.copies = copies;
    this.receipts = receipts;
  }

  /**
   * What a doctor gets of one data set.
   *
   * @throws vn.eid.ConsentEndedException where the consent ended, also in the middle of it
   */
  Drawer open(Consent.Active consent, DataSet<HealthData> dataSet, String askedBy) {
    Optional<Shortfall> known = receipts.of(consent.id(), dataSet.name());
    if (known.isEmpty() || copies.find(consent, dataSet).isEmpty()) {
      pull(consent, dataSet, askedBy);
    }
    try (Stream<HealthData> records = copies.read(consent, dataSet, askedBy)) {
      return new Drawer(
          dataSet, records.toList(), receipts.of(consent.id(), dataSet.name()).orElseThrow());
    } catch (ConsentEndedException e) {
      // It may have ended while this was pulling, and before the receipt was there to be deleted.
      receipts.forget(consent.id());
      throw e;
    }
  }

  /** Pulls anew, such as where a source could not be reached before. */
  void pull(Consent.Active consent, DataSet<HealthData> dataSet, String askedBy) {
    PullRequest<HealthData> request =
        PullRequest.under(consent, CarePurpose.valueOf(consent.purpose()).purpose(), dataSet)
            .askedBy(askedBy);
    try (Pull<HealthData> pull = eid.records().pull(request)) {
      copies.keep(pull);
      receipts.keep(pull.receipt());
    }
  }

  /** One data set of one patient. */
  record Drawer(DataSet<HealthData> dataSet, List<HealthData> records, Shortfall shortfall) {
    @Override
    public String toString() {
      return "Drawer[" + dataSet + "]";
    }
  }
}
