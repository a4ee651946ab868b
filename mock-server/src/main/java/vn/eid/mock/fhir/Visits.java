package vn.eid.mock.fhir;

import vn.eid.mock.state.DataSet;

/** The days on which the person saw a doctor. */
final class Visits {
  private Visits() {}

  static History history(Chart chart) {
    return History.of(
        chart,
        chart.health().atLeast(DataSet.ENCOUNTERS),
        Visit.of(chart).stream().map(Visit::encounter).toList(),
        (index, day) -> Visit.more(chart, index, day).encounter());
  }
}
