package vn.eid.examples.taxlink;

import vn.eid.CitizenId;
import vn.eid.EidClient;
import vn.eid.PartialDate;
import vn.eid.examples.stage.Narrator;
import vn.eid.examples.stage.Stage;
import vn.eid.tax.LinkRequest;
import vn.eid.tax.LinkResult;

/** A payroll office links its staff, one of each kind of result. */
public final class TaxLinkStory {

  private TaxLinkStory() {}

  public static void main(String[] args) {
    Stage.run(args, TaxLinkStory::tell);
  }

  /** Tells it. */
  public static void tell(Stage stage) {
    EidClient eid = stage.client();
    Narrator narrator = stage.narrator();
    narrator.title("4. A payroll office links citizen numbers with tax codes");
    link(eid, narrator, "099079000066", "Võ Giang", "1979-01-30");
    link(eid, narrator, "099187000145", "Lý Thị Quyên", "1987-05-05");
    link(eid, narrator, "099190000099", "Đặng Thị Lan", "1990-06-18");
    link(eid, narrator, "099195000077", "Hoàng Thu Hà", "1995-09-15");
    link(eid, narrator, "099203000088", "Bùi Khánh", "2003-12-01");
    link(eid, narrator, "099091000156", "Hồ Sơn", "1991-03-03");
  }

  private static void link(
      EidClient eid, Narrator narrator, String number, String name, String birthDate) {
    CitizenId citizen = CitizenId.parse(number);
    LinkRequest request = LinkRequest.of(citizen, name, PartialDate.parse(birthDate));
    narrator.say(name + " (" + citizen + "): " + described(eid.taxLinks().link(request)));
  }

  private static String described(LinkResult result) {
    if (result instanceof LinkResult.Linked linked) {
      return "linked; older codes brought in: " + linked.link().merged();
    }
    if (result instanceof LinkResult.AlreadyLinked before) {
      return "was linked before; status " + before.link().status();
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
