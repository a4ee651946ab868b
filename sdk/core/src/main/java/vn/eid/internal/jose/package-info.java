/** Keys, signatures, and the lists of checks on what is signed. */
@NullMarked
package vn.eid.internal.jose;

import org.jspecify.annotations.NullMarked;
