package vn.eid.store.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.sync.RedisCommands;
import org.jspecify.annotations.Nullable;

/** Compare and set, for which Redis has no command: a script, which nothing comes between. */
final class Replacement {
  private static final String SCRIPT =
      """
      if redis.call('GET', KEYS[1]) == ARGV[1] then
        return redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
      end
      return nil
      """;

  private Replacement() {}

  /** OK, or null where the value is another one by now. */
  static @Nullable String run(
      RedisCommands<String, String> redis, String key, String... foundAndNextAndMillis) {
    String[] keys = {key};
    try {
      return redis.evalsha(
          redis.digest(SCRIPT), ScriptOutputType.STATUS, keys, foundAndNextAndMillis);
    } catch (RedisNoScriptException e) {
      // Redis was restarted, or has never seen it; it knows it from now on.
      return redis.eval(SCRIPT, ScriptOutputType.STATUS, keys, foundAndNextAndMillis);
    }
  }
}
