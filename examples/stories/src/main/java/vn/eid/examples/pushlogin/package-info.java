/** A citizen logs in on the phone. */
@NullMarked
package vn.eid.examples.pushlogin;

import org.jspecify.annotations.NullMarked;
