/**
 * e-ID login (đăng nhập bằng định danh điện tử): OpenID Connect in the FAPI 2.0 Security Profile.
 */
@NullMarked
package vn.eid.login;

import org.jspecify.annotations.NullMarked;
