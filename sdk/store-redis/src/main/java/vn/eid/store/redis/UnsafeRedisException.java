package vn.eid.store.redis;

import io.lettuce.core.RedisException;

/** This Redis may forget what it must keep. */
final class UnsafeRedisException extends RedisException {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  UnsafeRedisException(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  /** What is wrong, and what to do. */
  String sentence() {
    return sentence;
  }
}
