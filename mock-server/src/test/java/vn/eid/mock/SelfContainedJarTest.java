package vn.eid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs after {@code package}: the jar as people get it, in a process of its own. */
class SelfContainedJarTest {
  private static final Path JAR =
      Path.of(System.getProperty("eid.mock.jar", "target/eid-mock.jar"));

  @TempDir private Path folder;

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void stop() throws InterruptedException {
    for (Process process : started) {
      process.destroyForcibly().waitFor();
    }
  }

  private Process start(List<String> javaOptions, String... args) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaOptions);
    command.addAll(List.of("-Dfile.encoding=UTF-8", "-jar", JAR.toString()));
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).redirectError(errors()).start();
    started.add(process);
    return process;
  }

  private File errors() {
    return folder.resolve("errors.txt").toFile();
  }

  /** Reads what the program says until it says where it is. */
  private static URI issuer(Process process) throws Exception {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    while (line != null && !line.contains("issuer")) {
      line = out.readLine();
    }
    assertThat(line).isNotNull();
    return URI.create(line.trim().split(" +", -1)[1]);
  }

  private static HttpResponse<String> get(URI issuer, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + path)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void itServesWithNothingBesideItAndSaysWhyItRefuses() throws Exception {
    URI issuer = issuer(start(List.of()));
    assertThat(get(issuer, "/healthz").body()).isEqualTo("{\"status\":\"up\"}");
    assertThat(get(issuer, "/.well-known/openid-configuration").body()).contains(issuer + "/par");
    assertThat(get(issuer, "/phone").body()).contains("<html");
    assertThat(get(issuer, "/nothing").statusCode()).isEqualTo(404);
    assertThat(Files.readString(errors().toPath())).contains("refused GET /nothing");
  }

  @Test
  void anArchiveThatIsMissingOrNoneIsNoError() throws Exception {
    Path none = Files.writeString(folder.resolve("none.jsa"), "not an archive");
    for (String archive : List.of(folder.resolve("missing.jsa").toString(), none.toString())) {
      URI issuer = issuer(start(List.of("-XX:SharedArchiveFile=" + archive)));
      assertThat(get(issuer, "/healthz").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aWrongOptionEndsItWithASentence() throws Exception {
    Process process = start(List.of(), "--no-such-option");
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(Files.readString(errors().toPath())).contains("--no-such-option");
  }

  @Test
  void itBringsItsLicencesAndNoSignatures() throws Exception {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(jar.stream().map(Object::toString))
          .contains("META-INF/LICENSE", "META-INF/LICENSE.txt", "META-INF/NOTICE")
          .noneMatch(name -> name.matches("META-INF/[^/]+\\.(SF|DSA|RSA)"))
          .noneMatch(name -> name.endsWith("module-info.class"))
          .noneMatch(name -> name.startsWith("org/junit"));
    }
  }
}
