package vn.eid.mock.state;

import java.util.Set;

/** The 34 provinces and cities of the list of 1 July 2025 (Decision 19/2025/QĐ-TTg). */
final class Provinces {
  static final Set<String> CODES =
      Set.of(
          ("01 04 08 11 12 14 15 19 20 22 24 25 31 33 37 38 40 42 44 46 48 51 52 56 66 68 75 79 80"
                  + " 82 86 91 92 96")
              .split(" ", -1));

  private Provinces() {}
}
