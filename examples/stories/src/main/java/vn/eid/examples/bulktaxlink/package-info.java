/** A payroll office links everybody at once, and is cut off in the middle. */
@NullMarked
package vn.eid.examples.bulktaxlink;

import org.jspecify.annotations.NullMarked;
