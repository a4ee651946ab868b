package vn.eid.internal.fhir;

import java.util.Optional;

/** What is read of a resource in passing. */
record ResourceFacts(
    String type, Optional<String> id, Optional<String> patient, boolean redacted) {}
