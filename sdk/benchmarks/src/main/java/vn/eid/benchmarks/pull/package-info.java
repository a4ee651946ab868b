/** A long health record, read page by page. */
@NullMarked
package vn.eid.benchmarks.pull;

import org.jspecify.annotations.NullMarked;
