package vn.eid.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/**
 * Where and when something was measured, without which no figure says anything.
 *
 * @param model of the processor, or its architecture where the system does not tell
 */
record Machine(String system, String model, int processors, String java, LocalDate date) {
  private static final Path LINUX = Path.of("/proc/cpuinfo");
  private static final String MODEL = "model name";

  static Machine here(Clock clock) throws IOException {
    return new Machine(
        System.getProperty("os.name"),
        processor(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  private static String processor() throws IOException {
    if (!Files.isReadable(LINUX)) {
      return System.getProperty("os.arch");
    }
    try (Stream<String> lines = Files.lines(LINUX)) {
      return lines
          .filter(line -> line.startsWith(MODEL))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    }
  }

  @Override
  public String toString() {
    return java + ", " + processors + " processors (" + model + "), " + system + ", " + date;
  }
}
