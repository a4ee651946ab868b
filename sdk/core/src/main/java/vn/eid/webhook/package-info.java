/**
 * What the national systems tell this application by themselves, by push or when it polls: citizens
 * who logged out elsewhere or answered a push, consents that were granted or ended, accounts and
 * data that changed, cases and batches of the tax registry that are done.
 */
@NullMarked
package vn.eid.webhook;

import org.jspecify.annotations.NullMarked;
