/**
 * The payroll office of a company links its staff's citizen numbers to tax codes. Start at {@link
 * vn.eid.examples.desk.Worker}: it does the linking, and goes on after a kill.
 */
@NullMarked
package vn.eid.examples.desk;

import org.jspecify.annotations.NullMarked;
