package vn.eid.mock.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.eid.mock.state.DataSet;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.Person;

/**
 * {@code GET /citizen-data/v1/identity}: who the citizen is, in OpenID Connect's names. ASSUMED.
 */
final class CitizenIdentity implements Endpoint {
  private final GrantedData data;
  private final DataAnswers answers;

  CitizenIdentity(MockState state, ResourceGuard guard) {
    this.data = new GrantedData(state, guard);
    this.answers = new DataAnswers(state);
  }

  @Override
  public Reply answer(Exchange exchange) {
    GrantedData.Granted granted = data.require(exchange, DataSet.IDENTITY);
    exchange.query().only();
    data.count(granted);
    Person person = granted.person();
    Map<String, Object> identity = new LinkedHashMap<>();
    identity.put("name", person.name());
    identity.put("birthdate", person.birthDate().text());
    identity.put("gender", person.gender().claim());
    identity.put("nationality", "VN");
    identity.put("citizen_id", person.number());
    return answers.json(exchange, granted, identity);
  }
}
