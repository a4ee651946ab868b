/** A payroll office links a citizen's number with a tax code. */
@NullMarked
package vn.eid.examples.taxlink;

import org.jspecify.annotations.NullMarked;
