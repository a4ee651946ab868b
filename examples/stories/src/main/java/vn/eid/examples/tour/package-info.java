/** All stories, one after the other. */
@NullMarked
package vn.eid.examples.tour;

import org.jspecify.annotations.NullMarked;
