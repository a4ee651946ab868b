package vn.eid.tax;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** How many rows came to each outcome. Not thread-safe. */
final class Counts {
  private final Map<RowOutcome, Long> byOutcome = new EnumMap<>(RowOutcome.class);

  void add(RowOutcome outcome) {
    byOutcome.merge(outcome, 1L, Long::sum);
  }

  void add(Counts others) {
    others.byOutcome.forEach((outcome, count) -> byOutcome.merge(outcome, count, Long::sum));
  }

  long rows() {
    return byOutcome.values().stream().mapToLong(Long::longValue).sum();
  }

  Map<RowOutcome, Long> toMap() {
    return Map.copyOf(byOutcome);
  }

  Counts copy() {
    Counts copy = new Counts();
    copy.add(this);
    return copy;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(byOutcome.size());
    for (Map.Entry<RowOutcome, Long> entry : byOutcome.entrySet()) {
      out.writeUTF(entry.getKey().name());
      out.writeLong(entry.getValue());
    }
  }

  static Counts read(DataInput in) throws IOException {
    Counts counts = new Counts();
    for (int left = in.readInt(); left > 0; left--) {
      counts.byOutcome.put(RowOutcome.valueOf(in.readUTF()), in.readLong());
    }
    return counts;
  }
}
