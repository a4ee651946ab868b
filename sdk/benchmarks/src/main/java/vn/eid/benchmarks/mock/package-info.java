/** The mock server, beside others. */
@NullMarked
package vn.eid.benchmarks.mock;

import org.jspecify.annotations.NullMarked;
