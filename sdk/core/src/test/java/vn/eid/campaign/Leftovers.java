package vn.eid.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What this process holds: threads, sockets and open files.
 *
 * @param threads by name
 * @param sockets how many, where the system is Linux
 * @param files by path
 */
record Leftovers(Set<String> threads, long sockets, Set<String> files) {
  private static final Path OPEN = Path.of("/proc/self/fd");

  /**
   * Those that OkHttp keeps for all clients and lets go after a while, and the browser of the
   * tests. The task runner's thread bears the name of its latest task while it waits for another.
   */
  private static final List<String> NOBODYS =
      List.of("OkHttp TaskRunner", "OkHttp ConnectionPool", "Okio Watchdog", "HttpClient-");

  static Leftovers now() {
    List<String> open = open();
    return new Leftovers(
        Thread.getAllStackTraces().keySet().stream()
            .map(Thread::getName)
            .filter(name -> NOBODYS.stream().noneMatch(name::startsWith))
            .collect(Collectors.toSet()),
        open.stream().filter(what -> what.startsWith("socket:")).count(),
        open.stream()
            .filter(what -> what.startsWith("/") && !what.endsWith(".jar"))
            .collect(Collectors.toSet()));
  }

  /** What there is more of now than before, after a while for those that are just ending. */
  static String moreThan(Leftovers before) throws InterruptedException {
    String more = now().over(before);
    for (int i = 0; i < 100 && !more.isEmpty(); i++) {
      Thread.sleep(100);
      more = now().over(before);
    }
    return more;
  }

  private String over(Leftovers before) {
    Stream<String> more =
        Stream.concat(
            threads.stream()
                .filter(name -> !before.threads.contains(name))
                .map(name -> "the thread " + name),
            files.stream()
                .filter(file -> !before.files.contains(file))
                .map(file -> "the file " + file));
    String names = more.collect(Collectors.joining(", "));
    long opened = sockets - before.sockets;
    return opened > 0 ? names + " and " + opened + " sockets" : names;
  }

  private static List<String> open() {
    if (!Files.isDirectory(OPEN)) {
      return List.of();
    }
    try (Stream<Path> descriptors = Files.list(OPEN)) {
      return descriptors.flatMap(Leftovers::target).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Empty where it is closed meanwhile, as that of the listing itself is. */
  private static Stream<String> target(Path descriptor) {
    try {
      return Stream.of(Files.readSymbolicLink(descriptor).toString());
    } catch (IOException e) {
      return Stream.empty();
    }
  }
}
