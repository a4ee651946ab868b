package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.eid.mock.Recipient.terms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsentSearchTest extends RecipientTest {

  private Answer search(String citizen) {
    return recipient.search(Map.of("citizen_id", citizen)).isOk();
  }

  private static List<String> ids(Answer page) {
    List<String> ids = new ArrayList<>();
    page.json().path("consents").forEach(view -> ids.add(view.path("consent_id").asText()));
    return ids;
  }

  @Test
  void findsAllOfACitizenTheNewestFirst() {
    String first = recipient.granted(terms(ORDINARY, "identity"));
    String second = recipient.granted(terms(ORDINARY, "residence"));
    recipient.granted(terms("099051000044", "identity"));
    mock.citizen(ORDINARY).revoke(first);
    Answer page = search(ORDINARY);
    assertThat(ids(page)).containsExactly(second, first);
    assertThat(page.json().has("next_cursor")).isFalse();
    assertThat(page.json().at("/consents/0")).isEqualTo(recipient.read(second).json());
    assertThat(page.json().at("/consents/1")).isEqualTo(recipient.read(first).json());
    assertThat(page.body()).doesNotContain(ORDINARY);
  }

  @Test
  void goesOnWhereAPageEndedAlsoIfANewConsentCameMeanwhile() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 21; i++) {
      ids.add(recipient.granted(terms(ORDINARY, "identity")));
    }
    Collections.reverse(ids);
    Answer first = search(ORDINARY);
    assertThat(ids(first)).isEqualTo(ids.subList(0, 20));
    recipient.granted(terms(ORDINARY, "identity"));
    String cursor = first.text("next_cursor");
    Answer second = recipient.search(Map.of("citizen_id", ORDINARY, "cursor", cursor)).isOk();
    assertThat(ids(second)).isEqualTo(ids.subList(20, 21));
    assertThat(second.json().has("next_cursor")).isFalse();
  }

  @Test
  void findsNothingOfSomebodyUnknownOrNeverAsked() {
    assertThat(search("099999999999").json().path("consents")).isEmpty();
    JsonNode nothing = search(ORDINARY).json().path("consents");
    assertThat(nothing.isArray()).isTrue();
    assertThat(nothing).isEmpty();
  }

  @Test
  void findsNothingOfAnotherClient() {
    recipient.granted(terms(ORDINARY, "identity"));
    TestClient other = TestClient.registered(mock, "search-client", Draft.newKey());
    assertThat(ids(new Recipient(mock, other).search(Map.of("citizen_id", ORDINARY)))).isEmpty();
  }

  @Test
  void aCursorOfAnotherSearchIsRefused() {
    String others = recipient.granted(terms("099051000044", "identity"));
    for (String cursor : List.of(others, "made-up")) {
      recipient
          .search(Map.of("citizen_id", ORDINARY, "cursor", cursor))
          .isProblemWith("cursor", "invalid_request", "none of this search");
    }
  }

  @Test
  void aNumberThatIsNoneIsRefusedByName() {
    recipient
        .search(Map.of("citizen_id", "12"))
        .isProblemWith("citizen_id", "invalid_request", "must be 12 digits");
    recipient
        .search(Map.of("citizen_id", "001399000011"))
        .isProblemWith("citizen_id", "not_synthetic", "begins with 099");
    recipient
        .search(Map.of("citizen", ORDINARY))
        .isProblemWith("citizen", "invalid_request", "is not known here");
  }

  @Test
  void needsTheScope() {
    recipient
        .post("/consent/v1/consents/search", "tax_link", Map.of("citizen_id", ORDINARY), Map.of())
        .isProblem(403, "insufficient_scope", "lacks the scope consent");
  }
}
