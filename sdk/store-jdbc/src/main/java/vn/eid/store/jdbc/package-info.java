/** The shared store in a relational database: PostgreSQL, and H2 for small setups. */
@NullMarked
package vn.eid.store.jdbc;

import org.jspecify.annotations.NullMarked;
