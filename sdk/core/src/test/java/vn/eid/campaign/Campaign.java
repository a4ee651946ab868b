package vn.eid.campaign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/** All verbs under all troubles. */
final class Campaign {
  // What takes work is done by as many as there are processors; whoever only waits is no burden.
  private static final int WORKING = 2;

  private final List<Cell> cells = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  static List<Verb> verbs() {
    return Stream.of(
            LoginVerbs.all(),
            ConsentVerbs.consents(),
            ConsentVerbs.records(),
            RegistryVerbs.tax(),
            RegistryVerbs.others())
        .flatMap(List::stream)
        .toList();
  }

  List<Cell> cells() {
    return cells;
  }

  /** What is not as it should be. */
  List<String> wrong() {
    return wrong;
  }

  void run(List<Verb> verbs, Path directory) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(verbs.size());
    Semaphore working = new Semaphore(WORKING);
    try (Elsewhere elsewhere = new Elsewhere()) {
      List<Future<Row>> rows = new ArrayList<>();
      for (Verb verb : verbs) {
        Path own = Files.createDirectory(directory.resolve("" + rows.size()));
        rows.add(threads.submit(() -> Row.of(verb, elsewhere, own, working)));
      }
      for (Future<Row> row : rows) {
        cells.addAll(row.get().cells());
        wrong.addAll(row.get().wrong());
      }
    } finally {
      threads.shutdown();
    }
  }
}
