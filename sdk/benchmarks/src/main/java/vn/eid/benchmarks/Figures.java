package vn.eid.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured of one contender, round after round. */
public final class Figures {
  private final String label;
  private final Map<String, List<Double>> rounds = new LinkedHashMap<>();

  public Figures(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public void add(String what, double figure) {
    rounds.computeIfAbsent(what, unused -> new ArrayList<>()).add(figure);
  }

  /** The figures of each thing that was measured, in the order of the rounds. */
  public Map<String, List<Double>> rounds() {
    return rounds;
  }

  public List<Double> of(String what) {
    return rounds.getOrDefault(what, List.of());
  }

  public double median(String what) {
    return median(of(what));
  }

  /** How many times the other's: round by round, and of these the median. */
  public double times(String what, Figures other, String othersWhat) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < of(what).size(); round++) {
      ratios.add(of(what).get(round) / other.of(othersWhat).get(round));
    }
    return median(ratios);
  }

  /** The median of something, as a line of the table. */
  public Row row(String what, String unit, String note) {
    return new Row(what, label, median(what), unit, note);
  }

  private static double median(List<Double> figures) {
    List<Double> sorted = figures.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
