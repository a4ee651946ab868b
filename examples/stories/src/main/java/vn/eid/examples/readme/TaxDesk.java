package vn.eid.examples.readme;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.eid.CitizenId;
import vn.eid.EidClient;
import vn.eid.PartialDate;
import vn.eid.TaxCode;
import vn.eid.tax.LinkRequest;
import vn.eid.tax.LinkResult;
import vn.eid.tax.LinkRow;
import vn.eid.tax.LinkRows;
import vn.eid.tax.TaxStatus;

/** What a tax link comes to, in the README, as it compiles. */
public final class TaxDesk {
  private TaxDesk() {}

  /** Links one person, and says what to do about it. */
  public static String link(EidClient eid, LinkRequest request) {
    // readme:begin
    LinkResult result = eid.taxLinks().link(request); // the same request again: the same result
    if (result instanceof LinkResult.Mismatch mismatch) {
      return "The registry has other data: " + mismatch.fields(); // such as [FULL_NAME]
    }
    if (result instanceof LinkResult.UnderReview review) {
      return "An officer decides: " + review.caseNumber(); // keep it; taxLinks().review(..) asks
    }
    boolean linked =
        result instanceof LinkResult.Linked || result instanceof LinkResult.AlreadyLinked;
    return linked ? "Linked" : "Not known"; // NotFound, or Other: a result of a later version
    // readme:end
  }

  /** Rows from a database in the place of a file. */
  public static LinkRows rows(CitizenId citizenId, String fullName) {
    // readme:begin
    PartialDate born = PartialDate.of(LocalDate.of(1985, 3, 12)); // or PartialDate.parse("1951")
    LinkRow row = LinkRow.of(citizenId, fullName, born).referredToAs("NV-0017");
    LinkRows rows = LinkRows.of(List.of(row)); // in the place of LinkRows.csv(..)
    // readme:end
    return rows;
  }

  /** How a tax code stands. */
  public static Optional<TaxStatus> status(EidClient eid, CitizenId citizenId) {
    // readme:begin
    Optional<TaxStatus> status = eid.taxLinks().status(TaxCode.parse(citizenId.value()));
    // readme:end
    return status;
  }
}
