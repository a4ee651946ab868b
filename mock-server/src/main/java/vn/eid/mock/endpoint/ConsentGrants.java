package vn.eid.mock.endpoint;

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
  public void check(String clientId, DataGrant grant) {
    Consent consent =
        consents
            .find(clientId, grant.consentId())
            .orElseThrow(() -> BarrierRefusals.atTokenEndpoint(Barrier.NOT_FOUND));
    DataSet dataSet =
        DataSet.of(grant.dataSet())
            .orElseThrow(() -> BarrierRefusals.atTokenEndpoint(Barrier.DATA_SET_NOT_CONSENTED));
    consents
        .barrier(consent, dataSet)
        .ifPresent(
            barrier -> {
              throw BarrierRefusals.atTokenEndpoint(barrier);
            });
  }
}
