package vn.eid.mock.trace;

/**
 * A signed token, taken apart to be read: header and claims as JSON, masked.
 *
 * @param signature its first characters
 */
public record JwsParts(String header, String claims, String signature) {}
