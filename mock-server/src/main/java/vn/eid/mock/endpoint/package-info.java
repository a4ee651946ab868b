/** The routes: one class each, and the request, the answer and the refusal that they share. */
@NullMarked
package vn.eid.mock.endpoint;

import org.jspecify.annotations.NullMarked;
