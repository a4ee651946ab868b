package vn.eid.benchmarks.pull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.eid.benchmarks.ChildJvm;
import vn.eid.benchmarks.Figures;
import vn.eid.benchmarks.Part;
import vn.eid.benchmarks.Row;
import vn.eid.benchmarks.Turns;

/**
 * A gigabyte of FHIR pages over loopback, each reader in a process of its own that may have 128 MB.
 * The limit is a parser that goes over the tokens and keeps nothing, of pages that anybody gets:
 * the SDK proves its key for each page, checks each resource and hands it out.
 */
public final class PullPart implements Part {
  private static final String RATE = "pull of FHIR pages in 128 MB";
  private static final String CPU_RATE = "the same, by the reader's own CPU time";
  private static final String HEAP = "128m";
  private static final double MEGA = 1 << 20;

  private final int rounds;
  private final long megabytes;
  private final Map<PageReader, ChildJvm> processes = new EnumMap<>(PageReader.class);
  private final Map<PageReader, Figures> figures = new EnumMap<>(PageReader.class);

  /** As the table has it. */
  public PullPart() {
    this(2, 1024);
  }

  /**
   * @param megabytes so many in each round; HAPI reads an eighth
   */
  PullPart(int rounds, long megabytes) {
    this.rounds = rounds;
    this.megabytes = megabytes;
  }

  @Override
  public String name() {
    return "pull";
  }

  @Override
  public List<Row> measure() throws IOException {
    try (ChildJvm server = ChildJvm.start("256m", PagesServer.class, List.of())) {
      String[] said = server.line().split(" ", -1);
      long pageBytes = Long.parseLong(said[1]);
      int pages = Math.toIntExact(Math.max(8, megabytes * (1 << 20) / pageBytes));
      for (PageReader reader : PageReader.values()) {
        start(reader, said[0]);
        // While the virtual machine compiles.
        read(reader, server, Math.max(1, pages / 16));
      }
      for (int round = 0; round < rounds; round++) {
        for (PageReader reader : Turns.of(List.of(PageReader.values()), round)) {
          int count = pages / reader.fraction();
          note(reader, count * pageBytes, read(reader, server, count));
        }
      }
      return rows();
    } finally {
      processes.values().forEach(ChildJvm::close);
    }
  }

  private void start(PageReader reader, String server) throws IOException {
    figures.put(reader, new Figures(reader.label()));
    List<String> args = List.of(reader.name(), server);
    processes.put(reader, ChildJvm.start(HEAP, PullProcess.class, args));
  }

  private String[] read(PageReader reader, ChildJvm server, int pages) throws IOException {
    server.ask(Integer.toString(pages));
    ChildJvm process = Objects.requireNonNull(processes.get(reader));
    String[] said = process.ask(Integer.toString(pages)).split(" ", -1);
    if (Long.parseLong(said[0]) < (long) pages * Pages.PER_PAGE) {
      throw new IOException(reader + " has read " + said[0] + " resources of " + pages + " pages.");
    }
    return said;
  }

  private void note(PageReader reader, long bytes, String[] said) {
    Figures of = Objects.requireNonNull(figures.get(reader));
    of.add(RATE, bytes / MEGA / (Long.parseLong(said[1]) / 1e9));
    of.add(CPU_RATE, bytes / MEGA / (Long.parseLong(said[2]) / 1e9));
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    figures.forEach((reader, of) -> rows.add(of.row(RATE, "MB/s", reader.note())));
    figures.forEach((reader, of) -> rows.add(of.row(CPU_RATE, "MB/s", "")));
    return rows;
  }
}
