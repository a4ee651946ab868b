package vn.eid.consent;

/** What the registry says of a consent beside its signed receipts, which must agree with it. */
record View(ConsentId id, String subject, ConsentTerms asked) {}
