/** The admin door: what a test can do with the mock, over HTTP, for tests in any language. */
@NullMarked
package vn.eid.mock.door;

import org.jspecify.annotations.NullMarked;
