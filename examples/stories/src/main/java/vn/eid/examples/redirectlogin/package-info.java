/** A citizen logs in with e-ID. */
@NullMarked
package vn.eid.examples.redirectlogin;

import org.jspecify.annotations.NullMarked;
