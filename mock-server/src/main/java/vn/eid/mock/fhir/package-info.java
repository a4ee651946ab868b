/** The health records: synthetic facts made from a citizen's number, written as FHIR R4. */
@NullMarked
package vn.eid.mock.fhir;

import org.jspecify.annotations.NullMarked;
