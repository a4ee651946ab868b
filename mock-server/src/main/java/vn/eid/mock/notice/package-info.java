/** What the mock tells applications without being asked, and what makes it do so. */
@NullMarked
package vn.eid.mock.notice;

import org.jspecify.annotations.NullMarked;
