/**
 * e-ID login (đăng nhập bằng định danh điện tử): in the browser by OpenID Connect in the FAPI 2.0
 * Security Profile, by push to the citizen's phone by CIBA Core 1.0; and the session that follows.
 */
@NullMarked
package vn.eid.login;

import org.jspecify.annotations.NullMarked;
