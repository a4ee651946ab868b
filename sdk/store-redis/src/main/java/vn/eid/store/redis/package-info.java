/** The shared store in Redis. */
@NullMarked
package vn.eid.store.redis;

import org.jspecify.annotations.NullMarked;
