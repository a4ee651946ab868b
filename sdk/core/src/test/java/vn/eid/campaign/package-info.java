/** Every verb under every fault of transport, and the page that says what comes of it. */
@NullMarked
package vn.eid.campaign;

import org.jspecify.annotations.NullMarked;
