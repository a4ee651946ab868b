package vn.eid.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.eid.EidClient;

/** A record that is larger than the memory of the process that reads it. */
class PullMemoryTest {
  @Test
  void threeHundredMegabytesArePulledWithAHeapOf128() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                classPath(),
                PullBenchmark.class.getName(),
                "300",
                "30000",
                "alone")
            .redirectErrorStream(true)
            .start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
      assertThat(output).contains("pulled: 30000 resources, 300 pages");
      assertThat(process.exitValue()).as(output).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  /** Whether the tests run on the class path, on the module path, or on some of both. */
  private static String classPath() throws URISyntaxException {
    return String.join(
        File.pathSeparator,
        location(PullBenchmark.class),
        location(EidClient.class),
        System.getProperty("java.class.path"),
        System.getProperty("jdk.module.path", ""));
  }

  private static String location(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }
}
