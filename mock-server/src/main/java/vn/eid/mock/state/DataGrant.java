package vn.eid.mock.state;

/**
 * What an access token of {@code authorization_details} is good for: one data set of one consent.
 *
 * @param pull the read that the token belongs to: all its tokens together are one use
 */
public record DataGrant(String consentId, String dataSet, String pull) {}
