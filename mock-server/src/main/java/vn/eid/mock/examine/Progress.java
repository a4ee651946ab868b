package vn.eid.mock.examine;

/** Is told how the examination goes. */
interface Progress {
  /** Tells nobody. */
  Progress NONE =
      new Progress() {
        @Override
        public void waits(String sentence) {
          // The report says what came of it.
        }

        @Override
        public void found(Finding finding) {
          // It stands in the report.
        }
      };

  /** The application is waited for. */
  void waits(String sentence);

  /** A trial has ended. */
  void found(Finding finding);
}
