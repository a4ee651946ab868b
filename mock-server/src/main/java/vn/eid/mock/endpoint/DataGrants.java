package vn.eid.mock.endpoint;

import vn.eid.mock.state.DataGrant;

/** Says whether a client may have a token for one data set of one consent. */
public interface DataGrants {

  /**
   * Returns where the consent is active, is this client's, holds the data set and has a use left.
   *
   * @throws Refusal 400 {@code invalid_authorization_details} with the member {@code code}
   */
  void check(String clientId, DataGrant grant);
}
