package vn.eid.interop;

import java.net.URI;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;

/** A provider as one client sees it that is registered there. */
abstract class Registered implements TestedProvider {
  final String clientId;
  private final URI issuer;
  private final ClientKey key;

  Registered(URI issuer, String clientId, ClientKey key) {
    this.issuer = issuer;
    this.clientId = clientId;
    this.key = key;
  }

  @Override
  public final EidClient.Builder client(ClientKey with) {
    return EidClient.builder(Environment.sandbox(issuer), clientId, with);
  }

  @Override
  public final ClientKey registeredKey() {
    return key;
  }
}
