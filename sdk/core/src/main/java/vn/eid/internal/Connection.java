package vn.eid.internal;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import vn.eid.CitizenId;
import vn.eid.Environment;
import vn.eid.TaxCode;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.http.SecureAddress;
import vn.eid.internal.http.Wire;
import vn.eid.internal.jose.Crypto;
import vn.eid.internal.jose.DecryptionKeys;
import vn.eid.internal.jose.Seal;
import vn.eid.internal.oauth.Provider;
import vn.eid.internal.oauth.Resources;

/**
 * What every feature is given: the provider, the ways to it, and the time.
 *
 * @param encryptedRecords whether data in the clear is refused
 */
public record Connection(
    Environment environment,
    String clientId,
    Provider provider,
    Resources resources,
    Wire wire,
    Clock clock,
    Sleeper sleeper,
    Timer timer,
    Pings pings,
    KnownConsents knownConsents,
    SharedState state,
    EndedSessions endedSessions,
    Optional<Seal> storage,
    Duration skew,
    DecryptionKeys decryption,
    Crypto crypto,
    boolean encryptedRecords) {

  /** The seal for what the application stores, or a refusal that says how to get one. */
  public Seal seal(Operation operation) {
    return storage.orElseThrow(
        () ->
            operation.invalid(
                "storageKey", "Storing needs a key: give one to the builder, storageKey(..)."));
  }

  /** Refuses an address of the provider's to which a person or a secret must not go. */
  public URI admitAddress(Operation operation, String what, URI address) {
    if (!SecureAddress.isSafeFor(environment.issuer(), address)) {
      throw operation.untrusted(Check.DESTINATION, what + " is not an https URL.");
    }
    return address;
  }

  /** Refuses to send a number to an environment where it does not belong. */
  public void admitToSend(Operation operation, CitizenId citizen) {
    admitToSend(operation, "citizenId", citizen);
  }

  /** The same with an individual's tax code, which is their number. */
  public void admitToSend(Operation operation, TaxCode code) {
    citizen(code).ifPresent(citizen -> admitToSend(operation, "taxCode", citizen));
  }

  private void admitToSend(Operation operation, String field, CitizenId citizen) {
    if (citizen.isSynthetic() != environment.isSandbox()) {
      throw operation.invalid(
          field,
          environment.isSandbox()
              ? "A sandbox takes synthetic numbers only (prefix 099): real people stay out of it."
              : "This is a synthetic number (prefix 099): test data stays out of production.");
    }
  }

  /** Refuses a number that came from an environment where it does not belong. */
  public CitizenId admitReceived(Operation operation, CitizenId citizen) {
    if (citizen.isSynthetic() != environment.isSandbox()) {
      throw operation.untrusted(
          Check.ENVIRONMENT,
          environment.isSandbox()
              ? "A sandbox sent a citizen number that may be a real person's."
              : "Production sent a synthetic citizen number.");
    }
    return citizen;
  }

  /** The same with an individual's tax code, which is their number. */
  public TaxCode admitReceived(Operation operation, TaxCode code) {
    citizen(code).ifPresent(citizen -> admitReceived(operation, citizen));
    return code;
  }

  private static Optional<CitizenId> citizen(TaxCode code) {
    return Optional.of(code.value()).filter(digits -> digits.length() == 12).map(CitizenId::parse);
  }
}
