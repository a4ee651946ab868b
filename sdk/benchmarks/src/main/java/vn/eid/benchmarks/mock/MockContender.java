package vn.eid.benchmarks.mock;

import java.io.IOException;
import java.util.List;

/** A mock server that runs in a process of its own. */
interface MockContender {

  String label();

  MockProcess start() throws IOException, InterruptedException;

  /** What it is asked, one after the other. */
  List<MockLoad> loads();
}
