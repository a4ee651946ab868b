/** The entry point of the SDK, its errors, and the values that all features share. */
@NullMarked
package vn.eid;

import org.jspecify.annotations.NullMarked;
