package vn.eid.mock.examine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vn.eid.mock.Main;

/** The program in a process of its own, where Ctrl-C reaches it. */
class ProgramTest {
  @TempDir private Path folder;

  @Test
  @Timeout(120)
  @DisabledOnOs(OS.WINDOWS) // there, a process is ended without being asked
  void whatIsDoneIsReportedWhenItIsStopped() throws Exception {
    Path junit = folder.resolve("junit.xml");
    try (Examined examined = Examined.careless(folder)) {
      Process process =
          start(examined.arguments("--success-text", "Welcome", "--junit", junit.toString()));
      try (BufferedReader out = reader(process)) {
        readUntil(out, "ID_TOKEN_WRONG_AUDIENCE");
        process.toHandle().destroy();
        readUntil(out, "It was stopped before its end.");
        readUntil(out, "Refused ");
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      } finally {
        process.destroyForcibly();
      }
    }
    assertThat(Files.readString(junit))
        .contains("ID_TOKEN_WRONG_AUDIENCE", "It was stopped before its end.")
        .endsWith("</testsuites>");
  }

  @Test
  @Timeout(120)
  void aConnectionThatIsCutWithoutAWordIsNotTriedTwice() throws Exception {
    try (Examined examined = Examined.careless(folder)) {
      examined.application().reads(ProgramTest::cutting);
      Process process =
          start(
              examined.arguments(
                  "--success-text", "Welcome", "--only", "id-token-expired", "--quiet"));
      try (BufferedReader out = reader(process)) {
        readUntil(out, "ID_TOKEN_EXPIRED: it did not answer, which is no refusal");
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      } finally {
        process.destroyForcibly();
      }
    }
  }

  private static String cutting(String token) throws Exception {
    String claims =
        new String(
            Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    Matcher expiry = Pattern.compile("\"exp\":(\\d+)").matcher(claims);
    if (expiry.find() && Long.parseLong(expiry.group(1)) < Instant.now().getEpochSecond()) {
      throw new SocketException("cut");
    }
    return token;
  }

  private static Process start(List<String> arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "examine"));
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private static void readUntil(BufferedReader out, String part) throws Exception {
    List<String> lines = new ArrayList<>();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      lines.add(line);
      if (line.contains(part)) {
        return;
      }
    }
    assertThat(lines).as("what it said before it ended").anyMatch(line -> line.contains(part));
  }
}
