package vn.eid.store.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.Optional;

/** What Redis does when its memory is full: it must refuse, and not forget. */
final class Eviction {
  private static final String POLICY = "maxmemory-policy";
  private static final String SAFE = "noeviction";

  private Eviction() {}

  static void refuse(RedisCommands<String, String> redis) {
    Optional<String> policy = policy(redis);
    if (policy.isEmpty()) {
      throw new UnsafeRedisException(
          "Redis does not say what it does when its memory is full (CONFIG GET "
              + POLICY
              + " is forbidden). Allow it, or see for yourself that the policy is noeviction, and"
              + " say so with RedisStore.affirmingNoEviction(..).");
    }
    if (!policy.get().equals(SAFE)) {
      throw new UnsafeRedisException(
          "Redis may forget an entry when its memory is full, and an event would count twice: set"
              + " maxmemory-policy to noeviction, or use a Redis of the store's own.");
    }
  }

  /** Empty where it is forbidden to ask. */
  private static Optional<String> policy(RedisCommands<String, String> redis) {
    try {
      return Optional.ofNullable(redis.configGet(POLICY).get(POLICY));
    } catch (RedisCommandExecutionException e) {
      String code = Failures.code(e);
      if (code.equals("NOPERM") || code.equals("ERR")) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
