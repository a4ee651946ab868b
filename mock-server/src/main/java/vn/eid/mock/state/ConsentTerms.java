package vn.eid.mock.state;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a client asks a citizen for.
 *
 * @param clientId the recipient
 * @param dataSets in the order in which they were asked for
 * @param period which days of the records; empty for all
 * @param validFor how long from the citizen's approval
 * @param uses how often each data set may be read; empty for without limit
 * @param returnUri where the approval page sends the citizen afterwards
 */
public record ConsentTerms(
    String clientId,
    String citizenId,
    String purposeCode,
    BilingualText purpose,
    Set<DataSet> dataSets,
    Optional<Period> period,
    Duration validFor,
    OptionalInt uses,
    Optional<URI> returnUri) {}
