package vn.eid.benchmarks.login;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.eid.mock.EidMock;

/**
 * The mock server's process: it writes its client's key, says where it listens, and answers each
 * line that it is sent with how many requests it has seen.
 */
public final class LoginServer {
  private LoginServer() {}

  /** {@code keyFile}. */
  public static void main(String[] args) throws IOException {
    try (EidMock mock = EidMock.start()) {
      Files.writeString(Path.of(args[0]), mock.clientKeyJwk());
      System.out.println(mock.issuer() + " " + mock.clientId());
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      while (in.readLine() != null) {
        System.out.println(mock.requests().size());
      }
    }
    System.exit(0);
  }
}
