package vn.eid.benchmarks;

import java.io.IOException;
import java.util.List;
import okhttp3.Request;

/** A mock server that runs in a process of its own. */
interface MockContender {

  String label();

  MockProcess start() throws IOException, InterruptedException;

  /** So many different requests for a token, all made before any is sent. */
  List<Request> requests(MockProcess process, int count) throws Exception;
}
