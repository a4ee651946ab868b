package vn.eid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vn.eid.mock.EidMock;
import vn.eid.mock.MockOptions;

/** Runs after {@code package}: the jar as people get it, in a process of its own. */
class SelfContainedJarTest {
  private static final Path JAR = Path.of(System.getProperty("eid.jar", "target/eid-cli.jar"));

  @TempDir private Path folder;

  private final EidMock mock = EidMock.start(MockOptions.defaults().generate(10_000, 7));

  @AfterEach
  void stop() {
    mock.close();
  }

  @Test
  void itLinksWithNothingBesideIt() throws Exception {
    Office office = office().with(Office.AN, Office.HA);
    Process process = start(office, office.args());
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(ExitCode.SOME_NEED_A_PERSON);
    assertThat(out).containsPattern("linked +1");
    assertThat(said()).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // there a process has no polite end
  void aPoliteKillStopsItAndItSaysHowToGoOn() throws Exception {
    Office office = office().withPayroll(5_000);
    mock.limitTaxRows(500);
    Process process = start(office, office.args("--chunk", "100", "--lang", "vi"));
    while (mock.rowsDone() < 500) {
      assertThat(process.isAlive()).isTrue();
      Thread.sleep(10);
    }
    process.destroy();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(ExitCode.STOPPED);
    assertThat(said()).contains("Đã dừng. Không mất gì cả.", "--resume");
  }

  @Test
  void itIsSealedAndBringsItsLicences() throws Exception {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(jar.getManifest().getMainAttributes().getValue("Sealed")).isEqualTo("true");
      assertThat(jar.stream().map(Object::toString))
          .contains("META-INF/LICENSE", "META-INF/LICENSE.txt", "META-INF/NOTICE")
          .noneMatch(name -> name.matches("META-INF/[^/]+\\.(SF|DSA|RSA)"))
          .noneMatch(name -> name.endsWith("module-info.class"));
    }
  }

  private Process start(Office office, List<String> args) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(args);
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors());
    builder.environment().putAll(office.environment());
    return builder.start();
  }

  private String said() throws Exception {
    return Files.readString(errors().toPath());
  }

  private File errors() {
    return folder.resolve("errors.txt").toFile();
  }

  private Office office() {
    return new Office(mock, folder);
  }
}
