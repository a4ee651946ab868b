/** What each fault does to an answer. */
@NullMarked
package vn.eid.mock.fault;

import org.jspecify.annotations.NullMarked;
