/** The bare work, by the Java platform alone: what no library can be better than. */
@NullMarked
package vn.eid.benchmarks.bare;

import org.jspecify.annotations.NullMarked;
