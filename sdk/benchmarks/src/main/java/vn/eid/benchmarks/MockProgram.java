package vn.eid.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import vn.eid.mock.EidMock;
import vn.eid.mock.MockOptions;

/** Our mock server in a process of its own, with a client whose keys we have. */
final class MockProgram {
  private MockProgram() {}

  /** {@code port fileWithPublicKeys}. */
  @SuppressWarnings("resource") // It runs until the process ends.
  public static void main(String[] args) throws Exception {
    MockOptions options =
        MockOptions.defaults()
            .port(Integer.parseInt(args[0]))
            .clientKeys(Files.readString(Path.of(args[1])));
    EidMock unused = EidMock.start(options);
    Thread.currentThread().join();
  }
}
