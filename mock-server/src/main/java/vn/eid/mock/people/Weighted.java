package vn.eid.mock.people;

import java.util.ArrayList;
import java.util.List;

/** A list from which some words are drawn more often than others. */
record Weighted(List<String> tickets) {

  /** Reads {@code 3 Nguyễn, 1 Trần}; {@code 1 -} is a ticket for no word at all. */
  static Weighted of(String text) {
    List<String> tickets = new ArrayList<>();
    for (String entry : text.strip().split(",\\s*", -1)) {
      String[] parts = entry.split(" ", 2);
      String word = parts[1].equals("-") ? "" : parts[1];
      for (int i = 0; i < Integer.parseInt(parts[0]); i++) {
        tickets.add(word);
      }
    }
    return new Weighted(List.copyOf(tickets));
  }

  String draw(Chance chance) {
    return chance.oneOf(tickets);
  }
}
