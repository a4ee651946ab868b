package vn.eid.examples.healthrecord;

import vn.eid.examples.stage.Stage;

/**
 * A hospital asks for three data sets and is given two, learns what is withheld and why, and can
 * read nothing any more when the citizen takes the consent back. An inspector checks the ledger.
 */
public final class HealthRecordStory {

  private HealthRecordStory() {}

  public static void main(String[] args) {
    Stage.run(args, HealthRecordStory::tell);
  }

  /** Tells it. */
  public static void tell(Stage stage) throws InterruptedException {
    stage.narrator().title("3. A hospital pulls records under consent");
    new Hospital(stage).tell();
    new Inspection(stage).tell();
  }
}
