package vn.eid.benchmarks.bulk;

import vn.eid.benchmarks.Row;

/** Who does the work. */
enum Contender {
  BY_HAND("by hand", ByHand.class, "no journal: a crash loses everything"),
  SDK(Row.OURS, WithSdk.class, "goes on after a kill");

  private final String label;
  private final Class<?> program;
  private final String note;

  Contender(String label, Class<?> program, String note) {
    this.label = label;
    this.program = program;
    this.note = note;
  }

  String label() {
    return label;
  }

  Class<?> program() {
    return program;
  }

  String note() {
    return note;
  }
}
