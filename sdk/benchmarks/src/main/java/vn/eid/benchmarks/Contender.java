package vn.eid.benchmarks;

/** Who does the work. */
enum Contender {
  BY_HAND("by hand", ByHand.class),
  SDK("eid-sdk", WithSdk.class);

  private final String label;
  private final Class<?> program;

  Contender(String label, Class<?> program) {
    this.label = label;
    this.program = program;
  }

  String label() {
    return label;
  }

  Class<?> program() {
    return program;
  }
}
