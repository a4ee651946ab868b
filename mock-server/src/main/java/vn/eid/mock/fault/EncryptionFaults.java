package vn.eid.mock.fault;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.eid.mock.Fault;
import vn.eid.mock.state.Client;
import vn.eid.mock.state.Clients;
import vn.eid.mock.state.JweRecipient;

/**
 * Encrypts signed id tokens for the clients that are registered for it: well, or as the faults say.
 */
public final class EncryptionFaults {
  /** What becomes of an id token. */
  private interface Envelope {
    String seal(String idToken, Client client, JweRecipient recipient);
  }

  private static final Map<Fault, Envelope> SPOILED = new LinkedHashMap<>();

  static {
    SPOILED.put(Fault.ID_TOKEN_NOT_ENCRYPTED, (idToken, client, recipient) -> idToken);
    SPOILED.put(
        Fault.ID_TOKEN_ENCRYPTED_UNSIGNED,
        (idToken, client, recipient) -> recipient.seal(BrokenEnvelopes.claims(idToken), Map.of()));
    SPOILED.put(
        Fault.ID_TOKEN_ENCRYPTED_ALG_NONE_INSIDE,
        (idToken, client, recipient) -> nested(BrokenEnvelopes.unsigned(idToken), recipient));
    SPOILED.put(
        Fault.ID_TOKEN_ENCRYPTED_COMPRESSED,
        (idToken, client, recipient) -> BrokenEnvelopes.bomb(recipient));
    SPOILED.put(
        Fault.ID_TOKEN_ENCRYPTED_PBES2,
        (idToken, client, recipient) -> BrokenEnvelopes.passwordBased(recipient));
    SPOILED.put(
        Fault.ID_TOKEN_ENCRYPTED_RSA1_5,
        (idToken, client, recipient) -> nested(idToken, BrokenEnvelopes.ofOld(client)));
    SPOILED.put(
        Fault.ID_TOKEN_ENCRYPTED_FOR_OTHER_KEY,
        (idToken, client, recipient) -> nested(idToken, BrokenEnvelopes.another(recipient)));
    SPOILED.put(
        Fault.ID_TOKEN_ENCRYPTED_CUT,
        (idToken, client, recipient) -> BrokenEnvelopes.cut(nested(idToken, recipient)));
  }

  private final Faults faults;
  private final Clients clients;

  public EncryptionFaults(Faults faults, Clients clients) {
    this.faults = faults;
    this.clients = clients;
  }

  /** The id token as the client is to get it. */
  public String seal(String idToken, String clientId) {
    Client client = clients.find(clientId).orElseThrow();
    return JweRecipient.of(client)
        .map(recipient -> seal(idToken, client, recipient))
        .orElse(idToken);
  }

  private String seal(String idToken, Client client, JweRecipient recipient) {
    for (Map.Entry<Fault, Envelope> spoiled : SPOILED.entrySet()) {
      if (faults.fires(spoiled.getKey())) {
        return spoiled.getValue().seal(idToken, client, recipient);
      }
    }
    return nested(idToken, recipient);
  }

  // STANDARD: RFC 7519, section 5.2: cty says that there is a token in the token.
  private static String nested(String idToken, JweRecipient recipient) {
    return recipient.seal(idToken.getBytes(StandardCharsets.US_ASCII), Map.of("cty", "JWT"));
  }
}
