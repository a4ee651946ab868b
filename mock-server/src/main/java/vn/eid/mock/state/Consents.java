package vn.eid.mock.state;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vn.eid.mock.state.ConsentState.Cause;

/** The consent registry. Safe for use by threads. */
public final class Consents {
  // A load test must not fill the memory: beyond this many the oldest is forgotten, as if unknown.
  private static final int MOST = 20_000;

  private final Clock clock;
  private final Receipts receipts;
  private volatile Consumer<Consent> listener = unused -> {};
  private final Map<String, Consent> byId = new LinkedHashMap<>();
  private final Map<String, Consent> byLink = new LinkedHashMap<>();

  public Consents(Clock clock, Receipts receipts) {
    this.clock = clock;
    this.receipts = receipts;
  }

  /** Tells of each consent that a citizen or a recipient decides about, on their thread. */
  public void onChange(Consumer<Consent> told) {
    listener = told;
  }

  public synchronized Consent request(ConsentTerms terms) {
    Consent consent = new Consent(terms, receipts, now());
    byId.put(consent.id(), consent);
    byLink.put(consent.link(), consent);
    forgetOldest();
    return consent;
  }

  /** A consent of this client; another client's is not there. */
  public Optional<Consent> find(String clientId, String consentId) {
    return byId(consentId).filter(consent -> consent.terms().clientId().equals(clientId));
  }

  /** A consent that this citizen was asked for. */
  public Optional<Consent> ofCitizen(String citizenId, String consentId) {
    return byId(consentId).filter(consent -> consent.terms().citizenId().equals(citizenId));
  }

  /** Everything that anybody asked this citizen for, the newest first. */
  public synchronized List<Consent> ofCitizen(String citizenId) {
    List<Consent> found =
        new ArrayList<>(
            byId.values().stream()
                .filter(consent -> consent.terms().citizenId().equals(citizenId))
                .toList());
    Collections.reverse(found);
    return found;
  }

  /** Everything that anybody was asked for, the oldest first. */
  public synchronized List<Consent> all() {
    return List.copyOf(byId.values());
  }

  /** What waits for a decision, the oldest first. */
  public synchronized List<Consent> waiting() {
    return byId.values().stream()
        .filter(consent -> state(consent) instanceof ConsentState.Requested)
        .toList();
  }

  /** The consent behind an approval link. */
  public synchronized Optional<Consent> behind(String link) {
    return Optional.ofNullable(byLink.get(link));
  }

  public ConsentState state(Consent consent) {
    return consent.state(now());
  }

  /** Whether the citizen's answer counted; looking away never does. */
  public boolean decide(Consent consent, Citizen citizen, Decision decision) {
    return switch (decision) {
      case APPROVE ->
          citizen
              .grants(consent.terms())
              .map(granted -> told(consent, consent.approve(granted, now())))
              .orElseGet(() -> decline(consent));
      case DECLINE -> decline(consent);
      case IGNORE -> false;
    };
  }

  /** Whether the citizen's approval of these data sets counted. */
  public boolean approve(Consent consent, Citizen citizen, Set<DataSet> chosen) {
    return told(consent, consent.approve(citizen.grants(consent.terms(), chosen), now()));
  }

  /** Whether the citizen's refusal counted. */
  public boolean decline(Consent consent) {
    return told(consent, consent.decline(now()));
  }

  /** Whether the citizen took back what was active. */
  public boolean revokeByCitizen(Consent consent) {
    return told(consent, consent.revoke(now()));
  }

  /** The recipient gives the consent up; one that has ended stays as it is. */
  public void revokeByRecipient(Consent consent) {
    told(consent, consent.end(Cause.REVOKED_BY_RECIPIENT, now()));
  }

  /** Why a client may have no token for a data set; empty where it may. */
  public Optional<Barrier> barrier(Consent consent, DataSet dataSet) {
    return consent.barrier(dataSet, Optional.empty(), now());
  }

  /** Why a pull may not go on; empty where it may. */
  public Optional<Barrier> barrier(Consent consent, DataSet dataSet, String pull) {
    return consent.barrier(dataSet, Optional.of(pull), now());
  }

  /** Begins a pull of a data set and answers with its id. */
  public String beginPull(Consent consent, DataSet dataSet) {
    return consent.beginPull(dataSet, now());
  }

  /** Counts a use of a data set, once for each pull; the barrier where no use is left. */
  public Optional<Barrier> use(Consent consent, DataSet dataSet, String pull) {
    return consent.use(dataSet, pull, now());
  }

  public synchronized void reset() {
    byId.clear();
    byLink.clear();
  }

  private boolean told(Consent consent, boolean counted) {
    if (counted) {
      listener.accept(consent);
    }
    return counted;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private synchronized Optional<Consent> byId(String consentId) {
    return Optional.ofNullable(byId.get(consentId));
  }

  private void forgetOldest() {
    if (byId.size() > MOST) {
      Consent oldest = byId.values().iterator().next();
      byId.remove(oldest.id());
      byLink.remove(oldest.link());
    }
  }
}
