package vn.eid.benchmarks.pull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import vn.eid.benchmarks.ChildJvm;

/** The process of one reader: it is told how many pages to read, and says what that took. */
final class PullProcess {
  private PullProcess() {}

  /** {@code reader server}. */
  public static void main(String[] args) throws IOException {
    PageReader reader = PageReader.valueOf(args[0]);
    URI server = URI.create(args[1]);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      long cpuBefore = ChildJvm.cpuNanos();
      long startedAt = System.nanoTime();
      long resources = reader.read(server, Integer.parseInt(line));
      long nanos = System.nanoTime() - startedAt;
      long cpu = ChildJvm.cpuNanos() - cpuBefore;
      System.out.println(resources + " " + nanos + " " + cpu);
    }
    System.exit(0);
  }
}
