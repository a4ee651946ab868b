/** The provider: its metadata, its endpoints, and the tokens and proofs that they take. */
@NullMarked
package vn.eid.internal.oauth;

import org.jspecify.annotations.NullMarked;
