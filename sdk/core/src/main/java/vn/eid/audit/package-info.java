/** The audit ledger: who read what about whom, when, under which consent. */
@org.jspecify.annotations.NullMarked
package vn.eid.audit;
