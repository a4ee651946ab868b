/** What the mock remembers: citizens, clients, grants, consents and the clock. */
@NullMarked
package vn.eid.mock.state;

import org.jspecify.annotations.NullMarked;
