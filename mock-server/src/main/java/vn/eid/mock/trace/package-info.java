/**
 * What happened: the requests, the rules that they kept and broke, and how they belong together.
 */
@NullMarked
package vn.eid.mock.trace;

import org.jspecify.annotations.NullMarked;
