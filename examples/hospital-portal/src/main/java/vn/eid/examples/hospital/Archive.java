package vn.eid.examples.hospital;

import java.util.List;
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
   * What a doctor gets of all that the citizen agreed to.
   *
   * @throws vn.eid.ConsentEndedException where the consent ended, also in the middle of it
   */
  List<Drawer> open(Consent.Active consent, String askedBy) {
    return DataSets.named(consent.dataSets()).stream()
        .map(dataSet -> open(consent, dataSet, askedBy))
        .toList();
  }

  private Drawer open(Consent.Active consent, DataSet<HealthData> dataSet, String askedBy) {
    Shortfall shortfall =
        receipts
            .of(consent.id(), dataSet.name())
            .filter(kept -> copies.find(consent, dataSet).isPresent())
            .orElseGet(() -> pull(consent, dataSet, askedBy));
    try (Stream<HealthData> records = copies.read(consent, dataSet, askedBy)) {
      return new Drawer(dataSet, records.toList(), shortfall);
    } catch (ConsentEndedException e) {
      // It ended while this was reading, and the event that tells so may be lost.
      receipts.forget(consent.id());
      throw e;
    }
  }

  /**
   * Pulls anew, such as where a source could not be reached before.
   *
   * @return what did not come
   */
  Shortfall pull(Consent.Active consent, DataSet<HealthData> dataSet, String askedBy) {
    PullRequest<HealthData> request =
        PullRequest.under(consent, CarePurpose.valueOf(consent.purpose()).purpose(), dataSet)
            .askedBy(askedBy);
    try (Pull<HealthData> pull = eid.records().pull(request)) {
      copies.keep(pull);
      Shortfall shortfall = receipts.keep(pull.receipt());
      if (copies.erasure(consent.id()).isPresent()) {
        // The end was told between the two lines above, before there was a receipt to delete.
        receipts.forget(consent.id());
      }
      return shortfall;
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
