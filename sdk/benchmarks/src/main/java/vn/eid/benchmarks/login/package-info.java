/** A whole login, beside what is written by hand. */
@NullMarked
package vn.eid.benchmarks.login;

import org.jspecify.annotations.NullMarked;
