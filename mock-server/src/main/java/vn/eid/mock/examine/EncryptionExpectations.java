package vn.eid.mock.examine;

import static vn.eid.mock.examine.Expected.refuse;

import java.util.Map;
import vn.eid.mock.Fault;

/** What is expected about encrypted id tokens, where the application is registered for them. */
final class EncryptionExpectations {
  private static final String NEGOTIATED = "OpenID Connect Core 1.0, 3.1.3.7, number 1";
  private static final String SIGNED = "OpenID Connect Core 1.0, 2";
  private static final String FORGED =
      "Everybody has the public key to encrypt with, and so can log in as any citizen.";

  private EncryptionExpectations() {}

  static void addTo(Map<Fault, Expected> all) {
    all.put(
        Fault.ID_TOKEN_NOT_ENCRYPTED,
        refuse(NEGOTIATED, "Who sits in the middle can strip the encryption, and nobody notices."));
    all.put(Fault.ID_TOKEN_ENCRYPTED_UNSIGNED, refuse(SIGNED, FORGED));
    all.put(Fault.ID_TOKEN_ENCRYPTED_ALG_NONE_INSIDE, refuse(SIGNED, FORGED));
    all.put(
        Fault.ID_TOKEN_ENCRYPTED_COMPRESSED,
        refuse("RFC 8725, 3.6", "A short token fills the application's memory.").keepingBusy());
    all.put(
        Fault.ID_TOKEN_ENCRYPTED_PBES2,
        refuse(NEGOTIATED, "One token keeps a processor busy for minutes.").keepingBusy());
    all.put(
        Fault.ID_TOKEN_ENCRYPTED_RSA1_5,
        refuse(NEGOTIATED, "The old padding lets an attacker decrypt by asking (Bleichenbacher)."));
    all.put(
        Fault.ID_TOKEN_ENCRYPTED_FOR_OTHER_KEY,
        refuse("RFC 7516, 5.2", "The application goes on without having read the token."));
    all.put(
        Fault.ID_TOKEN_ENCRYPTED_CUT,
        refuse("RFC 7518, 5.3", "A short tag can be guessed, and a changed token passes."));
  }
}
