package vn.eid.benchmarks.start;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a program says when it has the page for the browser: the page at once, then the rest.
 *
 * @param resident memory in MB that the system has given it; 0 where the system is not Linux
 * @param mostResident the most up to then
 */
record Started(URI page, double resident, double mostResident) {
  private static final Path STATUS = Path.of("/proc/self/status");

  /** Says it for this process, which then ends. */
  static void say(URI page) throws IOException {
    System.out.println(page);
    System.out.println(megabytes("VmRSS:") + " " + megabytes("VmHWM:"));
    System.exit(0);
  }

  static Started parse(String page, String memory) {
    String[] parts = memory.split(" ", -1);
    return new Started(
        URI.create(page), Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
  }

  private static double megabytes(String what) throws IOException {
    if (!Files.exists(STATUS)) {
      return 0;
    }
    return Files.readAllLines(STATUS).stream()
            .filter(line -> line.startsWith(what))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum()
        / 1024.0;
  }
}
