package vn.eid.mock.people;

import vn.eid.mock.state.Mix;

/**
 * Another order of the numbers from 0 to 999,999, made from a key, that can be read both ways: four
 * rounds of a Feistel network over two halves of three digits.
 */
record SixDigits(long key) {
  static final int COUNT = 1_000_000;
  private static final int HALF = 1000;
  private static final int ROUNDS = 4;

  /** The digits at a place of the order. */
  int at(int place) {
    int left = place / HALF;
    int right = place % HALF;
    for (int round = 0; round < ROUNDS; round++) {
      int next = (left + noise(round, right)) % HALF;
      left = right;
      right = next;
    }
    return left * HALF + right;
  }

  /** The place of the digits in the order. */
  int placeOf(int digits) {
    int left = digits / HALF;
    int right = digits % HALF;
    for (int round = ROUNDS - 1; round >= 0; round--) {
      int before = Math.floorMod(right - noise(round, left), HALF);
      right = left;
      left = before;
    }
    return left * HALF + right;
  }

  private int noise(int round, int half) {
    return (int) Math.floorMod(Mix.of(key, round * HALF + half), (long) HALF);
  }
}
