package vn.eid.consent;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A consent (sự đồng ý) in the state in which the registry holds it. The state is the type: data
 * can be pulled only with an {@link Active} one, and only {@link Consents} makes those.
 */
public sealed interface Consent {

  /** The registry's id. */
  ConsentId id();

  /** Asked for; the citizen has not decided yet. Immutable and thread-safe. */
  final class Requested implements Consent {
    private final ConsentId id;
    private final URI approvalUri;
    private final Instant decideBy;
    private final Duration pollInterval;

    Requested(ConsentId id, URI approvalUri, Instant decideBy, Duration pollInterval) {
      this.id = id;
      this.approvalUri = approvalUri;
      this.decideBy = decideBy;
      this.pollInterval = pollInterval;
    }

    @Override
    public ConsentId id() {
      return id;
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
      return "Requested[" + id + ", decideBy=" + decideBy + "]";
    }
  }

  /**
   * Given by the citizen, its receipt verified. Holding one proves that it stood when it was read;
   * the registry checks again at each pull. Immutable and thread-safe.
   */
  final class Active implements Consent {
    private final ConsentId id;
    private final Receipt receipt;

    Active(ConsentId id, Receipt receipt) {
      this.id = id;
      this.receipt = receipt;
    }

    @Override
    public ConsentId id() {
      return id;
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
      return receipt.purpose();
    }

    /** The names of the data sets that the citizen agreed to. */
    public Set<String> dataSets() {
      return receipt.dataSets();
    }

    /** The days that the data may be about; empty for any. */
    public Optional<Period> period() {
      return receipt.period();
    }

    /**
     * The registry's receipt as it was signed (compact JWS, RFC 7515; fields after ISO/IEC TS
     * 27560). Keep it: it is your evidence that the citizen agreed, and holds a pseudonym, no
     * citizen number.
     */
    public String signedReceipt() {
      return receipt.compact();
    }

    @Override
    public String toString() {
      return "Active[" + id + ", " + purpose() + ", " + dataSets() + ", until " + expiresAt() + "]";
    }
  }

  /** Over, or never given. Immutable and thread-safe. */
  final class Ended implements Consent {
    private final ConsentId id;
    private final EndCause cause;
    private final Instant endedAt;

    Ended(ConsentId id, EndCause cause, Instant endedAt) {
      this.id = id;
      this.cause = cause;
      this.endedAt = endedAt;
    }

    @Override
    public ConsentId id() {
      return id;
    }

    /** Why. */
    public EndCause cause() {
      return cause;
    }

    /** Since when. */
    public Instant endedAt() {
      return endedAt;
    }

    @Override
    public String toString() {
      return "Ended[" + id + ", " + cause + ", " + endedAt + "]";
    }
  }
}
