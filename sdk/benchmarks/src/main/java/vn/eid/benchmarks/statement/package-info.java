/** What the registry signs for an application: events and receipts of checks. */
@NullMarked
package vn.eid.benchmarks.statement;

import org.jspecify.annotations.NullMarked;
