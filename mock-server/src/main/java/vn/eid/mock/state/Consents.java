package vn.eid.mock.state;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.eid.mock.state.ConsentState.Cause;

/** The consent registry. Safe for use by threads. */
public final class Consents {
  // A load test must not fill the memory: beyond this many the oldest is forgotten, as if unknown.
  private static final int MOST = 20_000;

  private final Clock clock;
  private final Receipts receipts;
  private final Map<String, Consent> byId = new LinkedHashMap<>();
  private final Map<String, Consent> byLink = new LinkedHashMap<>();

  public Consents(Clock clock, Receipts receipts) {
    this.clock = clock;
    this.receipts = receipts;
  }

  public synchronized Consent request(ConsentTerms terms) {
    Consent consent = new Consent(Secrets.random(), terms, now());
    byId.put(consent.id(), consent);
    byLink.put(consent.link(), consent);
    forgetOldest();
    return consent;
  }

  /** A consent of this client; another client's is not there. */
  public Optional<Consent> find(String clientId, String consentId) {
    return byId(consentId).filter(consent -> consent.terms().clientId().equals(clientId));
  }

  /** The consent behind an approval link. */
  public synchronized Optional<Consent> behind(String link) {
    return Optional.ofNullable(byLink.get(link));
  }

  public ConsentState state(Consent consent) {
    return consent.state(now());
  }

  /** Whether the citizen's answer counted; looking away never does. */
  public boolean decide(Consent consent, Decision decision) {
    return switch (decision) {
      case APPROVE -> consent.decide(true, now(), receipts);
      case DECLINE -> consent.decide(false, now(), receipts);
      case IGNORE -> false;
    };
  }

  /**
   * One citizen's answer to one request.
   *
   * @throws IllegalStateException if the request is not open, or is not this citizen's
   */
  public void decide(String citizenId, String consentId, Decision decision) {
    if (!decide(ofCitizen(citizenId, consentId), decision)) {
      throw new IllegalStateException("The consent is not waiting for a decision any more.");
    }
  }

  /**
   * The citizen takes a consent back.
   *
   * @throws IllegalStateException if the consent is not active, or is not this citizen's
   */
  public void revokeByCitizen(String citizenId, String consentId) {
    Consent consent = ofCitizen(citizenId, consentId);
    boolean active = state(consent) instanceof ConsentState.Active;
    if (!active || !consent.end(Cause.REVOKED_BY_CITIZEN, now())) {
      throw new IllegalStateException("The consent is not active, so nothing can be taken back.");
    }
  }

  /** The recipient gives the consent up; one that has ended stays as it is. */
  public void revokeByRecipient(Consent consent) {
    consent.end(Cause.REVOKED_BY_RECIPIENT, now());
  }

  /** Why a client may have no token for a data set; empty where it may. */
  public Optional<Barrier> barrier(Consent consent, DataSet dataSet) {
    return consent.barrier(dataSet, Optional.empty(), now());
  }

  /** Why a token is not answered with the data set; empty where it is. */
  public Optional<Barrier> barrier(Consent consent, DataSet dataSet, String token) {
    return consent.barrier(dataSet, Optional.of(token), now());
  }

  /** Counts a use of a data set, once for each token; the barrier where no use is left. */
  public Optional<Barrier> use(Consent consent, DataSet dataSet, String token) {
    return consent.use(dataSet, token, now());
  }

  public synchronized void reset() {
    byId.clear();
    byLink.clear();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private synchronized Optional<Consent> byId(String consentId) {
    return Optional.ofNullable(byId.get(consentId));
  }

  private Consent ofCitizen(String citizenId, String consentId) {
    return byId(consentId)
        .filter(consent -> consent.terms().citizenId().equals(citizenId))
        .orElseThrow(
            () -> new IllegalStateException("Nobody asked this citizen for such a consent."));
  }

  private void forgetOldest() {
    if (byId.size() > MOST) {
      Consent oldest = byId.values().iterator().next();
      byId.remove(oldest.id());
      byLink.remove(oldest.link());
    }
  }
}
