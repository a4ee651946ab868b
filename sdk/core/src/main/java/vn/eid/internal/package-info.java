/** Machinery that two or more features use. Not exported. */
@NullMarked
package vn.eid.internal;

import org.jspecify.annotations.NullMarked;
