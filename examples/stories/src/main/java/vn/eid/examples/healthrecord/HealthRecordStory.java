package vn.eid.examples.healthrecord;

import java.time.Duration;
import vn.eid.CitizenId;
import vn.eid.ConsentEndedException;
import vn.eid.EidClient;
import vn.eid.InvalidRequestException;
import vn.eid.consent.Consent;
import vn.eid.consent.ConsentRequest;
import vn.eid.consent.Purpose;
import vn.eid.examples.stage.Narrator;
import vn.eid.examples.stage.Stage;
import vn.eid.records.CitizenData;
import vn.eid.records.HealthData;

/** A clinic asks a citizen for two data sets, reads each once, and then tries to read more. */
public final class HealthRecordStory {
  private static final CitizenId AN = CitizenId.parse("099085000011");
  private static final Purpose TREATMENT =
      Purpose.of("TREATMENT", "Khám và điều trị tại phòng khám", "Treatment at the clinic");

  private HealthRecordStory() {}

  public static void main(String[] args) {
    Stage.run(args, HealthRecordStory::tell);
  }

  /** Tells it. */
  public static void tell(Stage stage) throws InterruptedException {
    EidClient eid = stage.client();
    Narrator narrator = stage.narrator();
    narrator.title("3. A clinic pulls records under consent");

    Consent.Requested requested =
        eid.consents()
            .request(
                ConsentRequest.ask(
                        AN, TREATMENT, HealthData.PATIENT_SUMMARY, HealthData.IMMUNIZATIONS)
                    .validFor(Duration.ofDays(7))
                    .once()
                    .returningTo(stage.callback()));
    narrator.say("Asked of citizen " + AN + ": \"" + TREATMENT.vietnamese() + "\"");
    narrator.say("  patient summary and immunisations, each once, within 7 days.");

    stage.showToCitizen(requested);
    Consent decided = eid.consents().awaitDecision(requested, Duration.ofMinutes(5));
    if (!(decided instanceof Consent.Active consent)) {
      narrator.say("The citizen did not agree, so nothing is read. " + decided);
      return;
    }
    narrator.say("The citizen agreed. The registry's receipt is signed and verified:");
    narrator.say("  consent " + consent.id() + ", granted " + consent.grantedAt());
    narrator.say("  " + consent.dataSets() + " until " + consent.expiresAt());

    HealthData summary = eid.records().pull(consent, HealthData.PATIENT_SUMMARY).items().get(0);
    narrator.say("Pulled: a patient summary of " + summary.json().length() + " characters,");
    long count = eid.records().pullAll(consent, HealthData.IMMUNIZATIONS).count();
    narrator.say("  and " + count + " immunisations.");

    narrator.say("The clinic tries to read the summary a second time:");
    try {
      eid.records().pull(consent, HealthData.PATIENT_SUMMARY);
    } catch (ConsentEndedException refused) {
      narrator.say("  refused by the provider, " + refused.reason() + ".");
    }
    narrator.say("The clinic tries to read the citizen's address, which nobody agreed to:");
    try {
      eid.records().pull(consent, CitizenData.RESIDENCE);
    } catch (InvalidRequestException refused) {
      narrator.say("  refused inside the clinic's own process: " + refused.getMessage());
    }
  }
}
