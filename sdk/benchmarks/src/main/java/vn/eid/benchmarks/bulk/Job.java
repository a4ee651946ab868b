package vn.eid.benchmarks.bulk;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What one contender does, handed over on its command line.
 *
 * @param issuer the mock server
 * @param clientId of its client
 * @param key the file with that client's key
 * @param in the payroll
 * @param out the results
 * @param chunk rows in a batch
 * @param atOnce batches on their way at once
 */
record Job(URI issuer, String clientId, Path key, Path in, Path out, int chunk, int atOnce) {
  /** The payroll that is done first, beside the other. */
  static final String WARM_UP = "warm-up.csv";

  static Job of(String[] args) {
    return new Job(
        URI.create(args[0]),
        args[1],
        Path.of(args[2]),
        Path.of(args[3]),
        Path.of(args[4]),
        Integer.parseInt(args[5]),
        Integer.parseInt(args[6]));
  }

  List<String> args() {
    return List.of(
        issuer.toString(),
        clientId,
        key.toString(),
        in.toString(),
        out.toString(),
        Integer.toString(chunk),
        Integer.toString(atOnce));
  }

  /** The same with what is done first. */
  Job warmUp() {
    return new Job(
        issuer,
        clientId,
        key,
        in.resolveSibling(WARM_UP),
        out.resolveSibling("results-of-" + WARM_UP),
        chunk,
        atOnce);
  }

  String keyText() throws IOException {
    return Files.readString(key);
  }
}
