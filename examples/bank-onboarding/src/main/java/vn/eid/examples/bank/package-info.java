/** A bank that opens accounts with e-ID, and asks for a surer login before large transfers. */
@NullMarked
package vn.eid.examples.bank;

import org.jspecify.annotations.NullMarked;
