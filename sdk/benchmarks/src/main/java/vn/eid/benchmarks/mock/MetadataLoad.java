package vn.eid.benchmarks.mock;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import vn.eid.benchmarks.WireRequest;

/** The document that each client begins with: nothing is verified or signed for it. */
final class MetadataLoad implements MockLoad {

  @Override
  public String label() {
    return "metadata";
  }

  @Override
  public List<byte[]> requests(URI issuer, int count) {
    URI metadata = URI.create(issuer + "/.well-known/openid-configuration");
    return Collections.nCopies(count, WireRequest.get(metadata));
  }
}
