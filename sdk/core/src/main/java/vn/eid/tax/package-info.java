/** Citizen ID to tax code (liên kết số định danh cá nhân với mã số thuế). */
@NullMarked
package vn.eid.tax;

import org.jspecify.annotations.NullMarked;
