package vn.eid.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.eid.examples.healthrecord.HealthRecordStory;
import vn.eid.examples.redirectlogin.RedirectLoginStory;
import vn.eid.examples.stage.Stage;
import vn.eid.examples.taxlink.TaxLinkStory;

class StoriesTest {
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);

  @Test
  void aCitizenLogsInAndTheCallbackWorksOnce() {
    assertThat(tell(RedirectLoginStory::tell)).isZero();
    assertThat(text())
        .contains("Logged in: Nguyễn Văn An, born 1985-03-12, number *********011")
        .contains("no login waits for it any more (check STATE)");
  }

  @Test
  void aClinicReadsWhatWasAgreedAndNoMore() {
    assertThat(tell(HealthRecordStory::tell)).isZero();
    assertThat(text())
        .contains("[patient_summary, immunizations] until")
        .contains("refused by the provider, USED_UP")
        .contains("did not agree to share 'residence'. Nothing was sent.");
  }

  @Test
  void aPayrollOfficeMeetsEveryKindOfResult() {
    assertThat(tell(TaxLinkStory::tell)).isZero();
    assertThat(text())
        .contains("linked; older codes brought in: [*******")
        .contains("was linked before; status ISSUED")
        .contains("status IDENTITY_DATA_PENDING")
        .contains("does not match in [FULL_NAME]")
        .contains("not known to the registry")
        .contains("an officer decides, case TX-");
  }

  @Test
  void noStoryPrintsACitizenNumber() {
    tell(RedirectLoginStory::tell, HealthRecordStory::tell, TaxLinkStory::tell);
    assertThat(text()).doesNotContainPattern("099\\d{9}");
  }

  @Test
  void anUnknownOptionIsOneSentenceAndExitCodeTwo() {
    assertThat(Stage.run(List.of("--interctive"), out)).isEqualTo(2);
    assertThat(text().strip().lines()).singleElement().asString().contains("--interactive");
  }

  private int tell(Stage.Story... stories) {
    return Stage.run(List.of(), out, stories);
  }

  private String text() {
    return told.toString(StandardCharsets.UTF_8);
  }
}
