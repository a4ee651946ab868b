package vn.eid.mock.endpoint;

import java.util.Optional;
import vn.eid.mock.state.DataGrant;

/** Grants a client's wish for a token for one data set of one consent, or refuses it. */
public interface DataGrants {

  /**
   * What the token is good for, where the consent is active, is this client's, holds the data set
   * and has a use left.
   *
   * @param pull the pull that the client goes on with; empty where a new one begins
   * @throws Refusal 400 {@code invalid_authorization_details} with the member {@code code}
   */
  DataGrant grant(String clientId, String consentId, String dataSet, Optional<String> pull);
}
