package vn.eid.mock.state;

import java.time.Instant;

/**
 * What a citizen granted.
 *
 * @param terms what was asked for, or less
 * @param receipt the registry's signed statement, made once
 */
public record ConsentGrant(
    ConsentTerms terms, Instant grantedAt, Instant expiresAt, String receipt) {}
