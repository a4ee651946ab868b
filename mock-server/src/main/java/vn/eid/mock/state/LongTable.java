package vn.eid.mock.state;

import java.util.function.LongPredicate;

/**
 * A map from numbers to a few numbers each, in one array: a million entries of two values cost 50
 * MB at most, where a map of objects would cost some 150 MB. Not safe for use by threads.
 */
final class LongTable {
  private static final int SMALLEST = 1024;
  private static final long FREE = 0;

  private final int stride;
  private long[] slots;
  private int size;

  /**
   * @param values how many values stand beside each key
   */
  LongTable(int values) {
    this.stride = values + 1;
    this.slots = new long[SMALLEST * stride];
  }

  /** Where the key stands; below 0 where it does not. */
  int find(long key) {
    int at = place(slots, named(key));
    return slots[at] == FREE ? -1 : at;
  }

  long value(int at, int index) {
    return slots[at + 1 + index];
  }

  void set(int at, int index, long value) {
    slots[at + 1 + index] = value;
  }

  /** Where the key stands from now on, until the next one is added; its values are 0 at first. */
  int add(long key) {
    if ((size + 1) * 4L > capacity() * 3L) {
      rehash(capacity() * 2, first -> true);
    }
    int at = place(slots, named(key));
    if (slots[at] == FREE) {
      slots[at] = named(key);
      size++;
    }
    return at;
  }

  /** Keeps the entries whose first value passes. */
  void retain(LongPredicate firstValue) {
    rehash(capacity(), firstValue);
  }

  int size() {
    return size;
  }

  /** What it takes in memory. */
  long bytes() {
    return slots.length * (long) Long.BYTES;
  }

  void clear() {
    slots = new long[SMALLEST * stride];
    size = 0;
  }

  private int capacity() {
    return slots.length / stride;
  }

  private void rehash(int capacity, LongPredicate firstValue) {
    long[] old = slots;
    slots = new long[Math.multiplyExact(capacity, stride)];
    size = 0;
    for (int from = 0; from < old.length; from += stride) {
      if (old[from] != FREE && firstValue.test(old[from + 1])) {
        System.arraycopy(old, from, slots, place(slots, old[from]), stride);
        size++;
      }
    }
  }

  // A power of two of slots; what stands on a taken one stands on the next free one.
  private int place(long[] table, long key) {
    int mask = table.length / stride - 1;
    int slot = (int) (Mix.of(key) & mask);
    while (table[slot * stride] != FREE && table[slot * stride] != key) {
      slot = (slot + 1) & mask;
    }
    return slot * stride;
  }

  private static long named(long key) {
    return key == FREE ? Long.MIN_VALUE : key;
  }
}
