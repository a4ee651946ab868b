package vn.eid.mock.state;

/**
 * What an access token of {@code authorization_details} is good for: one data set of one consent.
 */
public record DataGrant(String consentId, String dataSet) {}
