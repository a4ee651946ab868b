/** What is wrong between this application and the provider, and who must mend it. */
@NullMarked
package vn.eid.diagnosis;

import org.jspecify.annotations.NullMarked;
