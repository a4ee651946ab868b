package vn.eid.mock.examine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import picocli.CommandLine;

/** The careless application, registered and ready to be examined; nobody waits long for it. */
record Examined(CarelessApplication application, int port, Path keys, ByteArrayOutputStream said)
    implements AutoCloseable {
  private static final Patience SHORT =
      new Patience(
          Duration.ofSeconds(2),
          Duration.ofMillis(1500),
          Duration.ofMillis(1500),
          Duration.ofSeconds(10));

  /** One whose registered keys, in this folder, are its own to sign and these others. */
  static Examined careless(Path folder, PublicJsonWebKey... others) throws Exception {
    int port = freePort();
    PublicJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
    key.setKeyId("careless");
    List<PublicJsonWebKey> all = Stream.concat(Stream.of(key), Arrays.stream(others)).toList();
    Path keys = Files.writeString(folder.resolve("keys.json"), new JsonWebKeySet(all).toJson());
    return new Examined(
        new CarelessApplication("http://127.0.0.1:" + port, key),
        port,
        keys,
        new ByteArrayOutputStream());
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  int run(String... more) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new CommandLine(new ExamineCommand(out, out, SHORT))
        .execute(arguments(more).toArray(String[]::new));
  }

  /** What stands behind {@code examine} on the command line. */
  List<String> arguments(String... more) {
    List<String> args = new ArrayList<>(List.of(more));
    args.addAll(
        List.of(
            "--login-url", application.address("/login"),
            "--client-keys", keys.toString(),
            "--port", String.valueOf(port)));
    if (!args.contains("--redirect-uri")) {
      args.addAll(List.of("--redirect-uri", application.address("/callback")));
    }
    return args;
  }

  List<String> verdicts(String word) {
    return text()
        .lines()
        .filter(line -> line.startsWith("  " + word + " "))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .toList();
  }

  String text() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    application.close();
  }
}
