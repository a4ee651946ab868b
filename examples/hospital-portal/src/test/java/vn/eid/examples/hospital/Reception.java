package vn.eid.examples.hospital;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import vn.eid.consent.ConsentId;

/** What the people at the hospital do, so that a test can say it in a line. */
final class Reception {
  static final String AN = "099085000011";
  static final String TAM = "099183000167";

  private final Browser desk;
  private final Browser doctor;

  Reception(int port) {
    this.desk = Browser.of("desk", port);
    this.doctor = Browser.of("doctor", port);
  }

  /** The desk asks a citizen; gives the page that the desk sees then. */
  Document ask(String citizen, String patientFile, String... dataSets) {
    List<String> fields = new ArrayList<>(List.of("citizen", citizen, "patientFile", patientFile));
    for (String dataSet : dataSets) {
      fields.addAll(List.of("dataSets", dataSet));
    }
    Document form = desk.open("/desk/ask");
    return desk.send(Browser.form(form, "main form"), fields.toArray(String[]::new));
  }

  static ConsentId id(Document requestPage) {
    String path = requestPage.location();
    return ConsentId.of(path.substring(path.lastIndexOf('/') + 1));
  }

  /** A doctor says why, and reads. */
  Document read(ConsentId id) {
    Document why = doctor.open("/doctor/patients/" + id);
    return doctor.send(Browser.form(why, "main form"), "ward", "Khoa Nội 3", "reason", "tái khám");
  }

  Browser desk() {
    return desk;
  }

  Browser doctor() {
    return doctor;
  }
}
