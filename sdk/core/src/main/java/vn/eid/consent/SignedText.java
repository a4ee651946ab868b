package vn.eid.consent;

import java.util.Map;

/**
 * A text that the registry signed (compact JWS, RFC 7515).
 *
 * @param key the public key that verified it (JWK, RFC 7517)
 */
record SignedText(String compact, Map<String, Object> key) {}
