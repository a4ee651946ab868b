/** Linking a payroll, beside a loop written by hand. */
@NullMarked
package vn.eid.benchmarks.bulk;

import org.jspecify.annotations.NullMarked;
