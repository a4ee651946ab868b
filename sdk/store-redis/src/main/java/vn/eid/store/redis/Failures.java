package vn.eid.store.redis;

import io.lettuce.core.RedisCommandExecutionException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log why Redis failed and what to do, once a minute for each cause. In words of its
 * own: Redis quotes what it was given.
 */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(RedisStore.class);
  private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);
  private static final Pattern CODE = Pattern.compile("[A-Z]{2,20}");

  private final Map<String, Long> said = new ConcurrentHashMap<>();

  void log(RuntimeException failure) {
    String cause = cause(failure);
    long now = System.nanoTime();
    Long last = said.get(cause);
    if (last == null || now - last >= PAUSE) {
      said.put(cause, now);
      LOG.error("The shared store failed: {}", cause);
    }
  }

  static String cause(RuntimeException failure) {
    if (failure instanceof UnsafeRedisException unsafe) {
      return unsafe.sentence();
    }
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof RedisCommandExecutionException refusal) {
        return refusal(code(refusal));
      }
    }
    return "Redis cannot be reached. See that it is up; nothing else has to be done.";
  }

  private static String refusal(String code) {
    return switch (code) {
      case "OOM" -> "the memory of Redis is full. Give it more; it rightly evicts nothing.";
      case "READONLY" -> "this Redis is a read-only replica. Point the store at the primary.";
      case "MISCONF" -> "Redis cannot write to its disk, and takes nothing until it can.";
      case "LOADING" -> "Redis is still starting.";
      case "NOAUTH", "WRONGPASS" -> "Redis does not know this user or password.";
      case "NOPERM" ->
          "this user may not. Allow +get +set +getdel +evalsha +eval on the keys of the prefix.";
      default -> "Redis refused with " + code + ".";
    };
  }

  /** The word in capitals with which Redis begins a refusal. */
  static String code(RedisCommandExecutionException refusal) {
    @Nullable String message = refusal.getMessage();
    Matcher word = CODE.matcher(message == null ? "" : message);
    return word.lookingAt() ? word.group() : "ERR";
  }
}
