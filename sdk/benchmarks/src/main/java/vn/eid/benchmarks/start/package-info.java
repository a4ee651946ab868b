/** From the start of a program to the page where somebody logs in. */
@NullMarked
package vn.eid.benchmarks.start;

import org.jspecify.annotations.NullMarked;
