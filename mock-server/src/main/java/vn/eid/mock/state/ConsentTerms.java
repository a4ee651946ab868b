package vn.eid.mock.state;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a client asks a citizen for, or what the citizen granted of it.
 *
 * @param clientId the recipient
 * @param dataSets in the order in which they were asked for
 * @param period which days of the records; empty for all
 * @param validFor how long from the citizen's approval
 * @param uses how often each data set may be pulled; empty for without limit
 * @param returnUri where the approval page sends the citizen afterwards
 */
public record ConsentTerms(
    String clientId,
    String citizenId,
    Purpose purpose,
    Set<DataSet> dataSets,
    Optional<Period> period,
    Duration validFor,
    OptionalInt uses,
    Handling handling,
    ConsentNotice notice,
    Optional<URI> returnUri) {

  /** The same for some of the data sets, and for no longer than a time. */
  ConsentTerms narrowedTo(Set<DataSet> chosen, Duration longest) {
    Set<DataSet> kept = new LinkedHashSet<>(dataSets);
    kept.retainAll(chosen);
    Duration time = validFor.compareTo(longest) > 0 ? longest : validFor;
    return new ConsentTerms(
        clientId, citizenId, purpose, kept, period, time, uses, handling, notice, returnUri);
  }
}
