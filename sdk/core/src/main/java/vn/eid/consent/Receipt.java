package vn.eid.consent;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What a verified receipt says. */
record Receipt(
    String compact,
    Instant grantedAt,
    Instant expiresAt,
    String purpose,
    Set<String> dataSets,
    Optional<Period> period) {}
