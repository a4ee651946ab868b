package vn.eid.mock.people;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import vn.eid.mock.state.Digits;
import vn.eid.mock.state.Mix;

/**
 * Which person has which number: from the index of a person to {@code 099 G YY RRRRRR} and back, in
 * a few steps and with nothing kept. G is century and sex, YY the birth year (Circular
 * 59/2021/TT-BCA); the six digits are the place within all who share them, in a shuffled order.
 *
 * <p>People take turns: in each turn of 466 there are one man and one woman of each birth year from
 * 1935 to 1954, and three of each from 1955 to 2025. ASSUMED: that is roughly how old people are.
 */
final class Numbering {
  private static final int FIRST_YEAR = 1935;
  private static final int LAST_YEAR = 2025;
  private static final int MANY_SINCE = 1955;
  private static final int MANY = 3;
  private static final String PREFIX = "099";

  /** So many people have numbers of their own, some more than the living. */
  static final long MOST = 100_000_000;

  private final long seed;
  private final List<Seat> seats;
  private final int[] seatOf = new int[(LAST_YEAR - FIRST_YEAR + 1) * 2 * MANY];

  // One person's place in a turn: the how-manieth of this sex and year.
  private record Seat(Cohort cohort, int rank) {}

  /** Those who share sex and birth year. */
  record Cohort(boolean female, int year) {
    int ordinal() {
      return (year - FIRST_YEAR) * 2 + (female ? 1 : 0);
    }

    int seats() {
      return year < MANY_SINCE ? 1 : MANY;
    }

    int digits() {
      int century = year < 2000 ? 0 : 2;
      return (century + (female ? 1 : 0)) * 100 + year % 100;
    }

    boolean exists() {
      return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    static Cohort of(int digits) {
      int century = digits / 200 * 100;
      return new Cohort(digits / 100 % 2 == 1, 1900 + century + digits % 100);
    }
  }

  Numbering(long seed) {
    this.seed = seed;
    this.seats = new ArrayList<>();
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      addSeats(new Cohort(false, year));
      addSeats(new Cohort(true, year));
    }
    Collections.shuffle(seats, new Random(seed));
    for (int i = 0; i < seats.size(); i++) {
      seatOf[seats.get(i).cohort().ordinal() * MANY + seats.get(i).rank()] = i;
    }
  }

  private void addSeats(Cohort cohort) {
    for (int rank = 0; rank < cohort.seats(); rank++) {
      seats.add(new Seat(cohort, rank));
    }
  }

  Cohort cohortOf(long index) {
    return seats.get((int) (index % seats.size())).cohort();
  }

  String numberOf(long index) {
    Seat seat = seats.get((int) (index % seats.size()));
    long turn = index / seats.size();
    int place = Math.toIntExact(turn * seat.cohort().seats() + seat.rank());
    long digits = seat.cohort().digits() * 1_000_000L + order(seat.cohort()).at(place);
    // One digit more in front, so that the zeros stay.
    return PREFIX + Long.toString(1_000_000_000L + digits).substring(1);
  }

  /**
   * The index of the person who has the number, or would if there were enough; below 0 for none.
   */
  long indexOf(String number) {
    if (!Digits.only(number, 12) || !number.startsWith(PREFIX)) {
      return -1;
    }
    Cohort cohort = Cohort.of(Integer.parseInt(number, 3, 6, 10));
    if (!cohort.exists()) {
      return -1;
    }
    int place = order(cohort).placeOf(Integer.parseInt(number, 6, 12, 10));
    int rank = place % cohort.seats();
    return (long) (place / cohort.seats()) * seats.size() + seatOf[cohort.ordinal() * MANY + rank];
  }

  private SixDigits order(Cohort cohort) {
    return new SixDigits(Mix.of(seed, cohort.digits()));
  }
}
