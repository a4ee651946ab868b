/** HTTPS on request, with a certificate authority made at start. */
@NullMarked
package vn.eid.mock.tls;

import org.jspecify.annotations.NullMarked;
