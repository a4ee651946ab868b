/** The check of an id token, by the SDK and by others. */
@NullMarked
package vn.eid.benchmarks.idtoken;

import org.jspecify.annotations.NullMarked;
