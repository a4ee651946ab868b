package vn.eid.examples.taxlink;

import vn.eid.CitizenId;
import vn.eid.EidClient;
import vn.eid.PartialDate;
import vn.eid.TaxCode;
import vn.eid.examples.stage.Narrator;
import vn.eid.examples.stage.Stage;
import vn.eid.mock.CaseDecision;
import vn.eid.mock.EidMock;
import vn.eid.tax.CaseState;
import vn.eid.tax.LinkRequest;
import vn.eid.tax.LinkResult;
import vn.eid.tax.TaxEvent;
import vn.eid.tax.TaxLinks;
import vn.eid.tax.TaxStatus;

/**
 * A payroll office links its staff, one of each kind of result, and follows a case that an officer
 * decides.
 */
public final class TaxLinkStory {
  private final EidMock mock;
  private final TaxLinks taxLinks;
  private final Narrator narrator;

  private TaxLinkStory(EidMock mock, EidClient eid, Narrator narrator) {
    this.mock = mock;
    this.taxLinks = eid.taxLinks();
    this.narrator = narrator;
  }

  public static void main(String[] args) {
    Stage.run(args, TaxLinkStory::tell);
  }

  /** Tells it. */
  public static void tell(Stage stage) {
    new TaxLinkStory(stage.mock(), stage.client(), stage.narrator()).tell();
  }

  private void tell() {
    narrator.title("4. A payroll office links citizen numbers with tax codes");
    LinkResult giang = link("099079000066", "Võ Giang", "1979-01-30");
    link("099187000145", "Lý Thị Quyên", "1987-05-05");
    link("099190000099", "Đặng Thị Lan", "1990-06-18");
    link("099195000077", "Hoàng Thu Hà", "1995-09-15");
    link("099203000088", "Bùi Khánh", "2003-12-01");
    LinkResult son = link("099091000156", "Hồ Sơn", "1991-03-03");
    if (giang instanceof LinkResult.Linked linked) {
      lookUp(linked.link().taxCode(), linked.link().merged().get(0));
    }
    if (son instanceof LinkResult.UnderReview review) {
      follow(review.caseNumber());
    }
  }

  private LinkResult link(String number, String name, String birthDate) {
    CitizenId citizen = CitizenId.parse(number);
    LinkRequest request = LinkRequest.of(citizen, name, PartialDate.parse(birthDate));
    LinkResult result = taxLinks.link(request);
    narrator.say(name + " (" + citizen + "): " + described(result));
    return result;
  }

  private void lookUp(TaxCode code, TaxCode old) {
    TaxStatus before = taxLinks.status(old).orElseThrow();
    narrator.say(
        "Võ Giang's old code "
            + old
            + ": status "
            + before.status().meaning()
            + before.replacedBy().map(now -> ", now " + now).orElse(""));
    narrator.say("What happened to the code in force:");
    for (TaxEvent event : taxLinks.history(code)) {
      narrator.say("  " + event.at() + "  " + event.getClass().getSimpleName());
    }
  }

  /** In life it takes days, and the registry sends an event: TaxCaseDecided. */
  private void follow(String caseNumber) {
    narrator.say("Hồ Sơn's case: " + state(caseNumber));
    mock.decideCase(caseNumber, CaseDecision.LINK);
    narrator.say("An officer looked at it: " + state(caseNumber));
  }

  private String state(String caseNumber) {
    CaseState state = taxLinks.review(caseNumber);
    return state instanceof CaseState.Decided decided
        ? "decided, " + described(decided.result())
        : "open";
  }

  private static String described(LinkResult result) {
    if (result instanceof LinkResult.Linked linked) {
      return "linked; older codes brought in: " + linked.link().merged();
    }
    if (result instanceof LinkResult.AlreadyLinked before) {
      return "was linked before; status " + before.link().status().meaning();
    }
    if (result instanceof LinkResult.Mismatch mismatch) {
      return "does not match in " + mismatch.fields() + "; must be corrected with the tax office";
    }
    if (result instanceof LinkResult.UnderReview review) {
      return "an officer decides, case " + review.caseNumber();
    }
    return result instanceof LinkResult.NotFound ? "not known to the registry" : "unknown result";
  }
}
