/** The code that stands in the README. */
@NullMarked
package vn.eid.examples.readme;

import org.jspecify.annotations.NullMarked;
