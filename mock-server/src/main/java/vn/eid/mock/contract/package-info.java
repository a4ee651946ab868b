/** What the server promises on the wire, and how sure anybody can be of it. */
@NullMarked
package vn.eid.mock.contract;

import org.jspecify.annotations.NullMarked;
