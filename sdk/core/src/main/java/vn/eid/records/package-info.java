/** Health records and citizen data, pulled under an active consent. */
@NullMarked
package vn.eid.records;

import org.jspecify.annotations.NullMarked;
