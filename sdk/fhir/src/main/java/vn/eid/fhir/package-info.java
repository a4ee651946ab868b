/**
 * Health records in the model of HAPI FHIR R4: resources, the sections of a patient summary,
 * Vietnam's identifiers, and validation.
 */
@NullMarked
package vn.eid.fhir;

import org.jspecify.annotations.NullMarked;
