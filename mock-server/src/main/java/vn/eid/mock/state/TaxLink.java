package vn.eid.mock.state;

import java.time.Instant;

/** A citizen's number that is the tax code, with the old codes merged into it. */
public record TaxLink(String taxCode, TaxEntry entry, Instant linkedAt) {}
