package vn.eid.consent;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A consent (sự đồng ý) in the state in which the registry holds it. The state is the type: data
 * can be pulled only with an {@link Active} one, and only {@link Consents} makes those.
 */
public sealed interface Consent {

  /** The registry's id. */
  ConsentId id();

  /** The citizen's pseudonym for this application, as in a login ({@code Identity.subject()}). */
  String subject();

  /** What was asked of the citizen. */
  ConsentTerms asked();

  /** Asked for; the citizen has not decided yet. Immutable and thread-safe. */
  final class Requested implements Consent {
    private final View view;
    private final URI approvalUri;
    private final Instant decideBy;
    private final Duration pollInterval;

    Requested(View view, URI approvalUri, Instant decideBy, Duration pollInterval) {
      this.view = view;
      this.approvalUri = approvalUri;
      this.decideBy = decideBy;
      this.pollInterval = pollInterval;
    }

    @Override
    public ConsentId id() {
      return view.id();
    }

    @Override
    public String subject() {
      return view.subject();
    }

    @Override
    public ConsentTerms asked() {
      return view.asked();
    }

    /** The page where the citizen decides. For this citizen only: do not log it. */
    public URI approvalUri() {
      return approvalUri;
    }

    /** After this, silence counts as no. */
    public Instant decideBy() {
      return decideBy;
    }

    /** How long to wait between two looks. */
    public Duration pollInterval() {
      return pollInterval;
    }

    @Override
    public String toString() {
      return "Requested[" + id() + ", decideBy=" + decideBy + "]";
    }
  }

  /**
   * Given by the citizen, its receipt verified: it grants what was asked, or less. Holding one
   * proves that it stood when it was read; the registry checks again at each pull. Immutable and
   * thread-safe.
   */
  final class Active implements Consent {
    private final Receipt receipt;

    Active(Receipt receipt) {
      this.receipt = receipt;
    }

    @Override
    public ConsentId id() {
      return receipt.consentId();
    }

    @Override
    public String subject() {
      return receipt.subject();
    }

    @Override
    public ConsentTerms asked() {
      return receipt.asked();
    }

    /** What the citizen granted: what was asked, or less. */
    public ConsentTerms terms() {
      return receipt.granted();
    }

    /** What was asked, where the citizen granted less than that; empty where all was granted. */
    public Optional<ConsentTerms> narrowedFrom() {
      return Optional.of(asked()).filter(asked -> !asked.equals(terms()));
    }

    /** The names of the data sets that were asked for and that the citizen left out. */
    public Set<String> leftOut() {
      Set<String> names = new LinkedHashSet<>(asked().dataSets());
      names.removeAll(dataSets());
      return Collections.unmodifiableSet(names);
    }

    /** When the citizen said yes. */
    public Instant grantedAt() {
      return receipt.grantedAt();
    }

    /** Until when it holds. */
    public Instant expiresAt() {
      return receipt.expiresAt();
    }

    /** The code of the purpose that the citizen agreed to. */
    public String purpose() {
      return terms().purpose();
    }

    /** The names of the data sets that the citizen agreed to. */
    public Set<String> dataSets() {
      return terms().dataSets();
    }

    /** The days that the data may be about; empty for any. */
    public Optional<Period> period() {
      return terms().period();
    }

    /** How often each data set may be pulled; empty for any number of times. */
    public OptionalInt uses() {
      return terms().uses();
    }

    /**
     * The registry's receipt as it was signed (compact JWS, RFC 7515; fields after ISO/IEC TS
     * 27560). It holds a pseudonym, no citizen number. {@link Consents#evidence} keeps it together
     * with what is needed to verify it later.
     */
    public String signedReceipt() {
      return receipt.signed().compact();
    }

    Receipt receipt() {
      return receipt;
    }

    @Override
    public String toString() {
      return "Active["
          + id()
          + ", "
          + purpose()
          + ", "
          + dataSets()
          + ", until "
          + expiresAt()
          + "]";
    }
  }

  /**
   * Over, or never given; the registry's receipt of the end verified. It never becomes active
   * again. Immutable and thread-safe.
   */
  final class Ended implements Consent {
    private final View view;
    private final EndReceipt end;
    private final Optional<Receipt> receipt;

    Ended(View view, EndReceipt end, Optional<Receipt> receipt) {
      this.view = view;
      this.end = end;
      this.receipt = receipt;
    }

    @Override
    public ConsentId id() {
      return view.id();
    }

    @Override
    public String subject() {
      return view.subject();
    }

    @Override
    public ConsentTerms asked() {
      return view.asked();
    }

    /** Why. */
    public EndCause cause() {
      return EndCause.of(end.cause());
    }

    /** Since when. */
    public Instant endedAt() {
      return end.endedAt();
    }

    /** The registry's receipt of the end as it was signed (compact JWS, RFC 7515). */
    public String signedEnd() {
      return end.signed().compact();
    }

    /** The receipt of the consent, where it had been given. */
    public Optional<String> signedReceipt() {
      return receipt.map(given -> given.signed().compact());
    }

    EndReceipt end() {
      return end;
    }

    Optional<Receipt> receipt() {
      return receipt;
    }

    @Override
    public String toString() {
      return "Ended[" + id() + ", " + cause() + ", " + endedAt() + "]";
    }
  }
}
