/** The one pipeline from a verb to the wire. */
@NullMarked
package vn.eid.internal.http;

import org.jspecify.annotations.NullMarked;
