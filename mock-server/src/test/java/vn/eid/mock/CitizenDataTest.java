package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.eid.mock.Recipient.terms;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitizenDataTest extends RecipientTest {
  private static final String CHILD = "099322000033";

  private Answer read(String number, String dataSet) {
    mock.citizen(number).approvesEverything();
    String token = recipient.token(recipient.granted(terms(number, dataSet)), dataSet);
    return recipient.get("/citizen-data/v1/" + dataSet, token).isOk();
  }

  @Test
  void aHouseholdNamesItsMembersButGivesNobodysNumber() {
    Answer household = read(CHILD, "household");
    assertThat(household.text("relationship_to_head")).isEqualTo("Con");
    assertThat(household.text("head_name")).startsWith("Lê ");
    assertThat(household.json().at("/address/province_code").asText()).isEqualTo("01");
    assertThat(household.json().at("/address/commune_code").asText()).isEqualTo("00004");
    JsonNode members = household.json().path("members");
    assertThat(members)
        .extracting(member -> member.path("relationship").asText())
        .containsExactly("Chủ hộ", "Vợ", "Con");
    assertThat(members.get(2).path("name").asText()).isEqualTo("Lê Ngọc Chi");
    assertThat(household.body()).doesNotContain("099");
  }

  @Test
  void aGrownUpIsHeadOfTheHousehold() {
    Answer household = read("099192000022", "household");
    assertThat(household.text("head_name")).isEqualTo("Trần Thị Bình");
    assertThat(household.json().at("/members/1/relationship").asText()).isEqualTo("Chồng");
  }

  @Test
  void theThreeFormsOfAnInsuranceNumberAgree() {
    JsonNode card = read(ORDINARY, "insurance_card").json();
    String digits = card.path("social_insurance_number").asText();
    assertThat(digits).matches("99[0-9]{8}");
    assertThat(card.path("card_number").asText()).isEqualTo("DN401" + digits);
    assertThat(card.path("citizen_id").asText()).isEqualTo(ORDINARY);
    assertThat(card.path("benefit_level").asInt()).isEqualTo(4);
    assertThat(card.at("/facility/code").asText()).matches("[0-9]{5}");
    assertThat(card.at("/facility/name").asText()).isNotBlank();
    assertThat(card.path("valid_from").asText()).isEqualTo("2026-01-01");
  }

  @Test
  void aChildBornAfterTheOldCardsHasNone() {
    JsonNode card = read(CHILD, "insurance_card").json();
    assertThat(card.has("card_number")).isFalse();
    assertThat(card.path("social_insurance_number").asText()).matches("99[0-9]{8}");
  }

  @Test
  void whoIsKnownByTheCitizenNumberAloneHasNeitherOfTheOthers() {
    JsonNode card = read("099188000055", "insurance_card").json();
    assertThat(card.has("card_number")).isFalse();
    assertThat(card.has("social_insurance_number")).isFalse();
    assertThat(card.path("citizen_id").asText()).isEqualTo("099188000055");
  }

  @ParameterizedTest
  @ValueSource(strings = {"household", "insurance_card"})
  void anAnswerTakesNoParametersAndIsTheSameEachTime(String dataSet) {
    String token = recipient.token(recipient.granted(terms(ORDINARY, dataSet)), dataSet);
    String path = "/citizen-data/v1/" + dataSet;
    recipient.get(path + "?x=1", token).isProblem(400, "invalid_request", "no parameters");
    String body = recipient.get(path, token).isOk().body();
    assertThat(recipient.get(path, token).body()).isEqualTo(body);
  }
}
