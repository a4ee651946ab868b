package vn.eid.benchmarks.mock;

import java.net.URI;
import java.util.List;

/** One kind of request, of which a mock server answers so many a second. */
interface MockLoad {

  String label();

  /** So many requests as they stand on the wire, all made before any is sent. */
  List<byte[]> requests(URI issuer, int count) throws Exception;
}
