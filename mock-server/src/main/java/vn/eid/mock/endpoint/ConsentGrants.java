package vn.eid.mock.endpoint;

import java.util.Optional;
import vn.eid.mock.state.Barrier;
import vn.eid.mock.state.Consent;
import vn.eid.mock.state.Consents;
import vn.eid.mock.state.DataGrant;
import vn.eid.mock.state.DataSet;

/** The consent registry's word on a token that was asked for with {@code authorization_details}. */
final class ConsentGrants implements DataGrants {
  private final Consents consents;

  ConsentGrants(Consents consents) {
    this.consents = consents;
  }

  @Override
  public DataGrant grant(String clientId, String consentId, String dataSet, Optional<String> pull) {
    Consent consent =
        consents
            .find(clientId, consentId)
            .orElseThrow(() -> BarrierRefusals.atTokenEndpoint(Barrier.NOT_FOUND));
    DataSet set =
        DataSet.of(dataSet)
            .orElseThrow(() -> BarrierRefusals.atTokenEndpoint(Barrier.DATA_SET_NOT_CONSENTED));
    Optional<Barrier> barrier =
        pull.map(id -> consents.barrier(consent, set, id))
            .orElseGet(() -> consents.barrier(consent, set));
    if (barrier.isPresent()) {
      throw BarrierRefusals.atTokenEndpoint(barrier.get());
    }
    return new DataGrant(
        consentId, dataSet, pull.orElseGet(() -> consents.beginPull(consent, set)));
  }
}
