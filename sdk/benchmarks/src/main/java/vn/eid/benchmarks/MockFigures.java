package vn.eid.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured of one mock server, round after round. */
final class MockFigures {
  static final String START = "start, ms";
  static final String MEMORY = "memory after start, MB";
  static final String MEMORY_AFTER = "memory after the load, MB";

  private final String label;
  private final Map<String, List<Double>> rounds = new LinkedHashMap<>();

  MockFigures(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  void add(String what, double figure) {
    rounds.computeIfAbsent(what, unused -> new ArrayList<>()).add(figure);
  }

  /** The figures of each thing that was measured, in the order of the rounds. */
  Map<String, List<Double>> rounds() {
    return rounds;
  }

  List<Double> of(String what) {
    return rounds.getOrDefault(what, List.of());
  }

  double median(String what) {
    return median(of(what));
  }

  /** How many times the other's: round by round, and of these the median. */
  double times(String what, MockFigures other, String othersWhat) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < of(what).size(); round++) {
      ratios.add(of(what).get(round) / other.of(othersWhat).get(round));
    }
    return median(ratios);
  }

  private static double median(List<Double> figures) {
    List<Double> sorted = figures.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
