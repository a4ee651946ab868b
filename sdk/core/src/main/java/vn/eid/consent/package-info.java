/** Consent (sự đồng ý): asked of the citizen, kept by the registry, proven by a signed receipt. */
@NullMarked
package vn.eid.consent;

import org.jspecify.annotations.NullMarked;
