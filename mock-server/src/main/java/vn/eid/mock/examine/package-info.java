/** A verdict on a running application: it is led through its own login, fault after fault. */
@NullMarked
package vn.eid.mock.examine;

import org.jspecify.annotations.NullMarked;
