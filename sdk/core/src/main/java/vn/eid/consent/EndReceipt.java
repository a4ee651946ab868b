package vn.eid.consent;

import java.time.Instant;

/**
 * What a verified receipt of a consent's end says, and who vouches for it.
 *
 * @param cause the registry's word
 * @param channel by which way the end came: app, recipient or registry
 */
record EndReceipt(
    SignedText signed,
    ConsentId consentId,
    String subject,
    String controller,
    String cause,
    Instant endedAt,
    String channel) {}
