package vn.eid.mock.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.eid.mock.state.DataSet;
import vn.eid.mock.state.MockState;
import vn.eid.mock.state.Person;

/** {@code GET /citizen-data/v1/residence}: where the citizen lives. ASSUMED. */
final class CitizenResidence implements Endpoint {
  // The codes of Decision 19/2025/QD-TTg: most were another unit's before that day, so a code means
  // nothing without its list.
  private static final String LIST = "2025-07-01";

  private final GrantedData data;
  private final DataAnswers answers;

  CitizenResidence(MockState state, ResourceGuard guard) {
    this.data = new GrantedData(state, guard);
    this.answers = new DataAnswers(state);
  }

  @Override
  public Reply answer(Exchange exchange) {
    GrantedData.Granted granted = data.require(exchange, DataSet.RESIDENCE);
    exchange.query().only();
    data.count(granted);
    Map<String, Object> address = address(granted.person().residence());
    address.put("list", LIST);
    return answers.json(exchange, granted, Map.of("address", address));
  }

  /** An address without the list that its codes are of. */
  static Map<String, Object> address(Person.Residence residence) {
    Map<String, Object> address = new LinkedHashMap<>();
    address.put("formatted", residence.formatted());
    address.put("province_code", residence.provinceCode());
    address.put("commune_code", residence.communeCode());
    return address;
  }
}
