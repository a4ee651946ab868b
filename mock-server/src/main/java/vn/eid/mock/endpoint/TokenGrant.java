package vn.eid.mock.endpoint;

import java.util.Map;
import vn.eid.mock.state.Client;

/** One way to come to an access token; the client and its proof are checked already. */
interface TokenGrant {

  /**
   * The members of the token response.
   *
   * @param jkt the thumbprint that the token is to be bound to
   */
  Map<String, Object> tokens(Client client, String jkt, Exchange exchange);
}
