/**
 * What the national systems tell this application by themselves: citizens who logged out elsewhere,
 * pushes that were answered, cases and batches of the tax registry that are done.
 */
@NullMarked
package vn.eid.webhook;

import org.jspecify.annotations.NullMarked;
