/** A clinic pulls records that a citizen agreed to share. */
@NullMarked
package vn.eid.examples.healthrecord;

import org.jspecify.annotations.NullMarked;
