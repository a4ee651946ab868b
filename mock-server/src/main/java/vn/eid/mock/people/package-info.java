/** Synthetic people made from a seed: any number of them, none kept in memory. */
@NullMarked
package vn.eid.mock.people;

import org.jspecify.annotations.NullMarked;
