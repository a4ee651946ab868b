package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.eid.mock.Recipient.terms;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsentInPartTest extends RecipientTest {
  private static final String[] ASKED = {"patient_summary", "identity", "residence"};

  private JsonNode receipt(String id) {
    return new Jwt(recipient.read(id).isOk().text("receipt")).claims();
  }

  private List<String> granted(String id) {
    List<String> sets = new ArrayList<>();
    receipt(id).path("data_sets").forEach(set -> sets.add(set.asText()));
    return sets;
  }

  private String open() {
    mock.citizen(ORDINARY).ignoresNext();
    return recipient.granted(terms(ORDINARY, ASKED));
  }

  @Test
  void aCitizenApprovesOnlySomeDataSets() {
    mock.citizen(ORDINARY).approvesOnly("residence", "identity");
    String id = recipient.granted(terms(ORDINARY, ASKED));
    assertThat(granted(id)).containsExactly("identity", "residence");
    assertThat(receipt(id).at("/asked/data_sets")).hasSize(3);
    assertThat(receipt(id).path("purpose")).isEqualTo(receipt(id).at("/asked/purpose"));
    recipient.get("/citizen-data/v1/identity", recipient.token(id, "identity")).isOk();
    Answer left = recipient.dataToken(id, "patient_summary");
    left.isRefused(400, "invalid_authorization_details", "does not hold this data set");
    assertThat(left.text("code")).isEqualTo("data_set_not_consented");
  }

  @Test
  void aCitizenWhoSharesNothingOfItDeclines() {
    mock.citizen(ORDINARY).approvesOnly("immunizations");
    String id = recipient.granted(terms(ORDINARY, ASKED));
    assertThat(recipient.read(id).text("cause")).isEqualTo("denied");
  }

  @Test
  void approvesEverythingEndsIt() {
    mock.citizen(ORDINARY).approvesOnly("identity").grantsAtMost(Duration.ofHours(1));
    mock.citizen(ORDINARY).approvesEverything();
    String id = recipient.granted(terms(ORDINARY, ASKED));
    assertThat(granted(id)).containsExactly(ASKED);
    assertThat(lasts(id)).isEqualTo(86_400);
  }

  private long lasts(String id) {
    return receipt(id).path("exp").asLong() - receipt(id).path("granted_at").asLong();
  }

  @Test
  void aCitizenGrantsForAShorterTime() {
    mock.citizen(ORDINARY).grantsAtMost(Duration.ofHours(1));
    String id = recipient.granted(terms(ORDINARY, ASKED));
    assertThat(lasts(id)).isEqualTo(3600);
    assertThat(receipt(id).at("/asked/valid_for").asLong()).isEqualTo(86_400);
    mock.advance(Duration.ofHours(1));
    assertThat(recipient.read(id).text("cause")).isEqualTo("expired");
  }

  @Test
  void nobodyGrantsForLongerThanAsked() {
    mock.citizen(ORDINARY).grantsAtMost(Duration.ofDays(365));
    assertThat(lasts(recipient.granted(terms(ORDINARY, ASKED)))).isEqualTo(86_400);
  }

  @Test
  void aCitizenApprovesSomeDataSetsLater() {
    String id = open();
    mock.citizen(ORDINARY).approve(id, "residence");
    assertThat(granted(id)).containsExactly("residence");
  }

  @Test
  void aCitizenWhoApprovesLaterKeepsToTheirWays() {
    mock.citizen(ORDINARY).approvesOnly("identity");
    String id = open();
    mock.citizen(ORDINARY).approve(id);
    assertThat(granted(id)).containsExactly("identity");
    mock.citizen(ORDINARY).approvesOnly("immunizations");
    String other = open();
    assertThatThrownBy(() -> mock.citizen(ORDINARY).approve(other))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("shares nothing");
    assertThat(recipient.read(other).text("state")).isEqualTo("requested");
  }

  @Test
  void nobodyApprovesWhatWasNotAskedFor() {
    String id = open();
    MockCitizen citizen = mock.citizen(ORDINARY);
    assertThatThrownBy(() -> citizen.approve(id, "identity", "immunizations"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not ask for all");
    assertThatThrownBy(() -> citizen.approve(id, "dna"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("patient_summary, immunizations");
    assertThatThrownBy(() -> citizen.approve(id, new String[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("to approve none is to decline");
    assertThatThrownBy(() -> citizen.grantsAtMost(Duration.ofMillis(999)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(recipient.read(id).text("state")).isEqualTo("requested");
  }

  @Test
  void isUsedUpWhenWhatWasGrantedIs() {
    Map<String, Object> once = terms(ORDINARY, ASKED);
    once.put("uses", 1);
    mock.citizen(ORDINARY).approvesOnly("identity");
    String id = recipient.granted(once);
    assertThat(recipient.read(id).json().path("uses_left"))
        .hasSize(1)
        .allSatisfy(left -> assertThat(left.asInt()).isEqualTo(1));
    recipient.get("/citizen-data/v1/identity", recipient.token(id, "identity")).isOk();
    assertThat(recipient.read(id).text("cause")).isEqualTo("used_up");
  }

  @Test
  void resetEndsIt() {
    mock.citizen(ORDINARY).approvesOnly("identity").grantsAtMost(Duration.ofHours(1));
    mock.reset();
    String id = recipient.granted(terms(ORDINARY, ASKED));
    assertThat(granted(id)).containsExactly(ASKED);
    assertThat(lasts(id)).isEqualTo(86_400);
  }
}
