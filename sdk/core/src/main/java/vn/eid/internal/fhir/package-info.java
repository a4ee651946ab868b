/** FHIR bundles, read as they arrive and in constant memory. */
@NullMarked
package vn.eid.internal.fhir;

import org.jspecify.annotations.NullMarked;
