/**
 * The shared store of an application's nodes in Redis. Start at {@link
 * vn.eid.store.redis.RedisStore}.
 */
@org.jspecify.annotations.NullMarked
// Lettuce has a module name in its manifest, so requiring it is safe.
@SuppressWarnings("requires-transitive-automatic")
module vn.eid.store.redis {
  requires static org.jspecify;
  requires transitive lettuce.core;
  requires transitive vn.eid.sdk;
  requires org.slf4j;

  exports vn.eid.store.redis;
}
