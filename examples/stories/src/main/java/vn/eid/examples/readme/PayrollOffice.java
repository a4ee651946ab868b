package vn.eid.examples.readme;

import java.io.PrintStream;
import java.nio.file.Path;
import vn.eid.AdministrativeUnit;
import vn.eid.CitizenId;
import vn.eid.EidClient;
import vn.eid.PartialDate;
import vn.eid.population.AuditContext;
import vn.eid.population.CheckResult;
import vn.eid.population.PersonCheck;
import vn.eid.tax.BulkLink;
import vn.eid.tax.BulkSummary;
import vn.eid.tax.LinkResults;
import vn.eid.tax.LinkRows;

/** The payroll and the population check of the README, as they compile. */
public final class PayrollOffice {
  private PayrollOffice() {}

  /** Links everybody in a file. */
  public static BulkSummary link(EidClient eid, Path staff, Path result, PrintStream out)
      throws InterruptedException {
    // readme:begin
    BulkLink everybody =
        BulkLink.of(LinkRows.csv(staff), LinkResults.csv(result))
            .resuming() // killed at any moment, it goes on; nobody is linked twice
            .reportingTo(progress -> out.println(progress.counts()));
    BulkSummary summary = eid.taxLinks().link(everybody);
    // readme:end
    return summary;
  }

  /** Asks whether somebody is an adult of Ho Chi Minh City. */
  public static boolean isAdult(
      EidClient eid, CitizenId citizenId, String fullName, PartialDate birthDate) {
    // readme:begin
    AdministrativeUnit city = AdministrativeUnit.province("79");
    PersonCheck check =
        PersonCheck.of(citizenId, fullName, birthDate).ageAtLeast(18).residesIn(city);
    AuditContext why =
        AuditContext.of("1.004222", "CB-0042", "H29.12").because("Hồ sơ 261122-0975");
    CheckResult answer = eid.population().check(check, why);
    return answer instanceof CheckResult.Matched; // its receipt is signed: keep it
    // readme:end
  }
}
