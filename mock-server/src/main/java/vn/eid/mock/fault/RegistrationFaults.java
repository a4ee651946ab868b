package vn.eid.mock.fault;

import org.jose4j.jwk.JsonWebKeySet;
import vn.eid.mock.Fault;
import vn.eid.mock.state.Client;
import vn.eid.mock.state.Keys;

/** What the authority has registered for a client, or has not, as the faults say. */
public final class RegistrationFaults {
  private final Faults faults;
  private final Keys keys;

  public RegistrationFaults(Faults faults, Keys keys) {
    this.faults = faults;
    this.keys = keys;
  }

  /** The keys that one assertion of the client's is checked with. */
  public JsonWebKeySet forAssertion(Client client) {
    return faults.fires(Fault.CLIENT_KEY_UNREGISTERED) ? another() : client.publicKeys();
  }

  /** The keys that the authority shows to whoever asks. */
  public JsonWebKeySet shown(Client client) {
    return faults.isOn(Fault.CLIENT_KEY_UNREGISTERED) ? another() : client.publicKeys();
  }

  private JsonWebKeySet another() {
    return new JsonWebKeySet(keys.stranger().key().publicKey());
  }
}
