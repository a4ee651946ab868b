/** An hour of mixed work under faults: is anything lost, and does anything grow? */
@NullMarked
package vn.eid.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
