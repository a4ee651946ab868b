package vn.eid.mock.fhir;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.eid.mock.state.Period;
import vn.eid.mock.state.WithheldReason;
import vn.eid.mock.state.Withholding;

/**
 * What of one kind is shown of a period: without what is later than today, and without the newest
 * entries where they are withheld.
 */
final class Shown {
  private final History history;
  private final int redacted;
  private final int first;
  private final int end;
  private final List<Left> left = new ArrayList<>();

  /**
   * What is left out for one reason.
   *
   * @param count how many; 0 where nobody knows
   */
  record Left(WithheldReason reason, int count) {}

  Shown(Chart chart, RecordKind kind, Period period, LocalDate today) {
    this.history = kind.history(chart);
    this.redacted = chart.health().redacted(kind.dataSet());
    int known = history.before(today.plusDays(1));
    this.first = Math.min(known, history.before(period.from()));
    int last = Math.min(known, history.before(period.to().plusDays(1)));
    int cut = known;
    for (Withholding one : chart.health().withheld(kind.dataSet())) {
      int from = Math.max(0, cut - one.count());
      int inside = Math.min(cut, last) - Math.max(from, first);
      if (inside > 0 || one.count() == 0) {
        left.add(new Left(one.reason(), Math.max(0, inside)));
      }
      cut = from;
    }
    this.end = Math.max(first, Math.min(last, cut));
  }

  int total() {
    return end - first;
  }

  Item at(int index) {
    int place = first + index;
    Item item = history.at(place);
    return place < redacted ? item.redacted() : item;
  }

  List<Left> left() {
    return left;
  }
}
