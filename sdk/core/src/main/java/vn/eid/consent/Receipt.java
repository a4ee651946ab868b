package vn.eid.consent;

import java.time.Instant;

/** What a verified receipt says, and who vouches for it. */
record Receipt(
    SignedText signed,
    ConsentId consentId,
    String subject,
    String controller,
    String method,
    Instant grantedAt,
    Instant expiresAt,
    ConsentTerms asked,
    ConsentTerms granted) {}
