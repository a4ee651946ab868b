package vn.eid.mock.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.eid.mock.state.DataSet;
import vn.eid.mock.state.Household;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.Person;

/**
 * {@code GET /citizen-data/v1/household}: with whom the citizen is registered. The others did not
 * consent, so only their names are in it. ASSUMED.
 */
final class CitizenHousehold implements Endpoint {
  private final GrantedData data;
  private final DataAnswers answers;

  CitizenHousehold(MockState state, ResourceGuard guard) {
    this.data = new GrantedData(state, guard);
    this.answers = new DataAnswers(state);
  }

  @Override
  public Reply answer(Exchange exchange) {
    GrantedData.Granted granted = data.require(exchange, DataSet.HOUSEHOLD);
    exchange.query().only();
    data.count(granted);
    Person person = granted.person();
    Household household = Household.of(person);
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("relationship_to_head", household.relationshipToHead());
    members.put("head_name", household.headName());
    members.put("address", CitizenResidence.address(person.residence()));
    members.put("members", household.members().stream().map(CitizenHousehold::member).toList());
    return answers.json(exchange, granted, members);
  }

  private static Map<String, Object> member(Household.Member member) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("name", member.name());
    one.put("relationship", member.relationship());
    return one;
  }
}
