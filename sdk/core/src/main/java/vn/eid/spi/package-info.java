/** What an application may implement itself, where the SDK's own way does not fit it. */
@NullMarked
package vn.eid.spi;

import org.jspecify.annotations.NullMarked;
