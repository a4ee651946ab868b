/** What the SDK costs beside a loop written by hand. */
@NullMarked
package vn.eid.benchmarks;

import org.jspecify.annotations.NullMarked;
