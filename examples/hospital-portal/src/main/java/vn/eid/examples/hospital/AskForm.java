package vn.eid.examples.hospital;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.eid.CitizenId;
import vn.eid.InvalidRequestException;
import vn.eid.consent.ConsentRequest;
import vn.eid.consent.DataSet;
import vn.eid.consent.Period;

/**
 * What the desk filled in.
 *
 * @param years how far back, in years; 0 for all that there is
 * @param days how long the consent is to hold
 * @param reference one for each form that was opened: pressing twice asks once
 */
record AskForm(
    String citizen,
    String patientFile,
    @Nullable CarePurpose purpose,
    @Nullable List<String> dataSets,
    int years,
    int days,
    String reference) {

  /** Not a long number: nobody shall enter the citizen's there. */
  private static final String FILE_NUMBER = "[A-Z]{2,4}-[0-9]{3,8}";

  private static final int LONGEST_LIFE = 150;

  /** What a form leaves out is empty, and refused as such. */
  AskForm {
    citizen = Objects.requireNonNullElse(citizen, "");
    patientFile = Objects.requireNonNullElse(patientFile, "");
    reference = Objects.requireNonNullElse(reference, "");
  }

  static AskForm empty() {
    String reference = UUID.randomUUID().toString();
    return new AskForm("", "", CarePurpose.TREATMENT, List.of(), 5, 7, reference);
  }

  CitizenId citizenId() {
    return CitizenId.parse(citizen.strip());
  }

  CarePurpose wantedFor() {
    if (purpose == null) {
      throw new InvalidRequestException("purpose", "A request has a purpose.");
    }
    return purpose;
  }

  public List<String> chosen() {
    return dataSets == null ? List.of() : dataSets;
  }

  /**
   * What is asked of the citizen.
   *
   * @throws InvalidRequestException where something is missing or wrong; its field says what
   */
  ConsentRequest request(LocalDate today) {
    if (!patientFile.matches(FILE_NUMBER)) {
      throw new InvalidRequestException("patientFile", "This is no patient file's number.");
    }
    if (years < 0 || years > LONGEST_LIFE) {
      throw new InvalidRequestException("years", "Nobody has records of so many years.");
    }
    Duration time = Duration.ofDays(days);
    ConsentRequest ask =
        ConsentRequest.ask(
                citizenId(),
                wantedFor().purpose(),
                DataSets.named(chosen()).toArray(DataSet<?>[]::new))
            .validFor(time)
            .keptFor(time)
            .reference(reference);
    return years == 0 ? ask : ask.covering(Period.between(today.minusYears(years), today));
  }

  @Override
  public String toString() {
    return "AskForm[…]";
  }
}
