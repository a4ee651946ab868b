/** The one JSON mapper. */
@NullMarked
package vn.eid.internal.json;

import org.jspecify.annotations.NullMarked;
