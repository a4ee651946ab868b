package vn.eid.examples.healthrecord;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import vn.eid.CitizenId;
import vn.eid.ConsentEndedException;
import vn.eid.EidClient;
import vn.eid.InvalidRequestException;
import vn.eid.consent.Consent;
import vn.eid.consent.ConsentRequest;
import vn.eid.consent.DataSet;
import vn.eid.consent.Purpose;
import vn.eid.examples.stage.Narrator;
import vn.eid.examples.stage.Stage;
import vn.eid.records.Erasure;
import vn.eid.records.HealthData;
import vn.eid.records.Pull;
import vn.eid.records.PullReceipt;
import vn.eid.records.PullRequest;
import vn.eid.records.SealedRecords;

/** What the hospital does. */
final class Hospital {
  private static final CitizenId TAM = CitizenId.parse("099183000167");
  private static final Purpose TREATMENT =
      Purpose.of("TREATMENT", "Khám và điều trị tại bệnh viện", "Treatment at the hospital");
  private static final Purpose RESEARCH =
      Purpose.of("RESEARCH", "Nghiên cứu y học", "Medical research");

  private final Stage stage;
  private final Narrator narrator;
  private final EidClient eid;

  Hospital(Stage stage) {
    this.stage = stage;
    this.narrator = stage.narrator();
    this.eid = stage.client();
  }

  void tell() throws InterruptedException {
    Consent.Requested requested = ask();
    stage.letDecide(
        requested, TAM.value(), HealthData.PATIENT_SUMMARY, HealthData.LABORATORY_RESULTS);
    Consent decided = eid.consents().awaitDecision(requested, Duration.ofMinutes(5));
    if (!(decided instanceof Consent.Active consent)) {
      narrator.say("The citizen did not agree, so nothing is read. " + decided);
      return;
    }
    tellWhatWasGranted(consent);
    if (!consent.dataSets().contains(HealthData.LABORATORY_RESULTS.name())) {
      narrator.say("The laboratory results are not among it, so they are not read.");
      return;
    }
    tryWhatIsNotCovered(consent);
    try (SealedRecords copies = eid.sealedRecords(stage.folder().resolve("copies"))) {
      keep(consent, copies);
      stage.letRevoke(consent, TAM.value());
      readAfterRevocation(consent, copies);
    }
  }

  private Consent.Requested ask() {
    stage.leavesUnanswered(TAM.value());
    Consent.Requested requested =
        eid.consents()
            .request(
                ConsentRequest.ask(
                        TAM,
                        TREATMENT,
                        HealthData.PATIENT_SUMMARY,
                        HealthData.LABORATORY_RESULTS,
                        HealthData.IMAGING_REPORTS)
                    .validFor(Duration.ofDays(7))
                    .returningTo(stage.callback()));
    narrator.say("Asked of citizen " + TAM + ", for \"" + TREATMENT.vietnamese() + "\":");
    narrator.say("  patient summary, laboratory results and imaging reports, for 7 days.");
    return requested;
  }

  private void tellWhatWasGranted(Consent.Active consent) {
    narrator.say("The citizen decided. The registry's receipt is signed and verified:");
    narrator.say("  agreed to: " + String.join(", ", consent.dataSets()));
    narrator.say("  left out:  " + String.join(", ", consent.leftOut()));
  }

  private void tryWhatIsNotCovered(Consent.Active consent) {
    narrator.say("Refused inside the hospital's own process, before anything is sent:");
    refused(PullRequest.under(consent, RESEARCH, HealthData.LABORATORY_RESULTS));
    refused(PullRequest.under(consent, TREATMENT, HealthData.IMAGING_REPORTS));
  }

  private void refused(PullRequest<HealthData> request) {
    try {
      eid.records().pull(request);
    } catch (InvalidRequestException refusal) {
      narrator.say("  " + refusal.getMessage());
    }
  }

  private void keep(Consent.Active consent, SealedRecords copies) {
    DataSet<HealthData> results = HealthData.LABORATORY_RESULTS;
    PullRequest<HealthData> request =
        PullRequest.under(consent, TREATMENT, results).askedBy("Dr. Hoa, ward 3");
    try (Pull<HealthData> pull = eid.records().pull(request)) {
      copies.keep(pull);
      tellReceipt(pull.receipt());
    }
    long kept = copies.read(consent, results, "Dr. Hoa, ward 3").count();
    narrator.say("  " + kept + " lie sealed at the hospital, under a key of this consent.");
  }

  private void tellReceipt(PullReceipt receipt) {
    narrator.say("Pulled: " + receipt.returned().resources() + " laboratory results.");
    receipt
        .withheld()
        .forEach(
            part ->
                narrator.say(
                    "  withheld: "
                        + (part.count().isPresent() ? part.count().getAsLong() : "unknown how many")
                        + ", "
                        + part.reason()));
    narrator.say("  with parts left out: " + receipt.redacted());
  }

  private void readAfterRevocation(Consent.Active consent, SealedRecords copies) {
    narrator.say("The citizen took the consent back. The hospital tries again:");
    PullRequest<HealthData> again =
        PullRequest.under(consent, TREATMENT, HealthData.LABORATORY_RESULTS);
    tellRefusal("the next pull:  ", () -> eid.records().pull(again).toList());
    tellRefusal(
        "the sealed copy:", () -> copies.read(consent, HealthData.LABORATORY_RESULTS).toList());
    copies.erasure(consent.id()).ifPresent(this::tellErasure);
  }

  private void tellErasure(Erasure erasure) {
    narrator.say(
        "  The copy's key is destroyed; a signed record says that "
            + erasure.resources().orElse(0)
            + " results went with it.");
  }

  private void tellRefusal(String what, Supplier<List<HealthData>> read) {
    try {
      narrator.say("  " + what + " " + read.get().size() + " results, which must not be");
    } catch (ConsentEndedException refusal) {
      narrator.say("  " + what + " refused, " + refusal.reason());
    }
  }
}
