package vn.eid.examples.tour;

import vn.eid.examples.bulktaxlink.BulkTaxLinkStory;
import vn.eid.examples.healthrecord.HealthRecordStory;
import vn.eid.examples.pushlogin.PushLoginStory;
import vn.eid.examples.redirectlogin.RedirectLoginStory;
import vn.eid.examples.stage.Stage;
import vn.eid.examples.taxlink.TaxLinkStory;

/** The whole product in one run, offline. With {@code --interactive} you are the citizen. */
public final class Tour {

  private Tour() {}

  public static void main(String[] args) {
    Stage.run(
        args,
        RedirectLoginStory::tell,
        PushLoginStory::tell,
        HealthRecordStory::tell,
        TaxLinkStory::tell,
        BulkTaxLinkStory::tell);
  }
}
