package vn.eid.mock.people;

import java.util.List;
import vn.eid.mock.state.Mix;

/** Chance that falls out the same each time for the same seed, person and question. */
record Chance(long state) {

  static Chance of(long seed, long index) {
    return new Chance(Mix.of(seed, index));
  }

  /** Another chance, which has nothing to do with this one. */
  Chance with(int number) {
    return new Chance(Mix.of(state, number));
  }

  /** The chance of one question. */
  Chance with(Enum<?> question) {
    return new Chance(Mix.of(state, question.name()));
  }

  /** A number from 0 to {@code bound - 1}. */
  int below(int bound) {
    return (int) (((state >>> 33) * bound) >>> 31);
  }

  /** Whether it happens that is to happen in so many of 10,000 cases. */
  boolean happens(int ofTenThousand) {
    return below(10_000) < ofTenThousand;
  }

  /** Whether the answer to a question is yes that is to be yes in so many of 10,000 cases. */
  boolean happens(Enum<?> question, int ofTenThousand) {
    return with(question).happens(ofTenThousand);
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(below(choices.size()));
  }
}
