package vn.eid.mock.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.eid.mock.state.DataSet;
import vn.eid.mock.state.InsuranceCard;
import vn.eid.mock.state.MockState;

/**
 * {@code GET /citizen-data/v1/insurance_card}: the health insurance card, with those of its three
 * numbers that the register has. ASSUMED.
 */
final class CitizenInsuranceCard implements Endpoint {
  private final GrantedData data;
  private final DataAnswers answers;

  CitizenInsuranceCard(MockState state, ResourceGuard guard) {
    this.data = new GrantedData(state, guard);
    this.answers = new DataAnswers(state);
  }

  @Override
  public Reply answer(Exchange exchange) {
    GrantedData.Granted granted = data.require(exchange, DataSet.INSURANCE_CARD);
    exchange.query().only();
    data.count(granted);
    InsuranceCard card = InsuranceCard.of(granted.person());
    Map<String, Object> members = new LinkedHashMap<>();
    card.cardNumber().ifPresent(number -> members.put("card_number", number));
    card.socialInsuranceNumber()
        .ifPresent(number -> members.put("social_insurance_number", number));
    members.put("citizen_id", card.citizenId());
    members.put("benefit_level", card.benefitLevel());
    members.put("facility", Map.of("code", card.facility().code(), "name", card.facility().name()));
    members.put("valid_from", card.validFrom().toString());
    return answers.json(exchange, granted, members);
  }
}
