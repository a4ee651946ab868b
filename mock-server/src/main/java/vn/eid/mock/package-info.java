/** The mock server: plays the national systems offline, as strict as production. For tests only. */
@NullMarked
package vn.eid.mock;

import org.jspecify.annotations.NullMarked;
