package vn.eid.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The figures as a table and as a file, each beside the limit and beside the SDK. */
final class Report {
  private static final String LINE = "%-66s %-30s %22s %8s %8s  %s%n";

  private final Machine machine;
  private final PrintStream out;
  private final List<Row> rows = new ArrayList<>();

  Report(Machine machine, PrintStream out) {
    this.machine = machine;
    this.out = out;
  }

  void head() {
    out.printf("%s%n", machine);
    out.printf("More is better where the unit ends with /s, less everywhere else.%n%n");
    out.printf(LINE, "", "", "", "x limit", "x ours", "");
  }

  /** What was measured beside each other comes at once. */
  void add(List<Row> part) {
    rows.addAll(part);
    for (Row row : part) {
      out.printf(
          LINE,
          row.measure(),
          row.contender(),
          String.format(Locale.ROOT, row.value() < 100 ? "%,.2f" : "%,.0f", row.value())
              + " "
              + row.unit(),
          times(row, Row.LIMIT).map(Report::twoDigits).orElse(""),
          times(row, Row.OURS).map(Report::twoDigits).orElse(""),
          row.note());
    }
  }

  void failed(String part, Exception failure) {
    out.printf("%s could not be measured:%n", part);
    failure.printStackTrace(out);
  }

  void write(Path file) throws IOException {
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(file.toFile(), Map.of("machine", members(), "rows", entries()));
  }

  private Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("system", machine.system());
    members.put("model", machine.model());
    members.put("processors", machine.processors());
    members.put("java", machine.java());
    members.put("date", machine.date().toString());
    return members;
  }

  private List<Map<String, Object>> entries() {
    return rows.stream().map(this::entry).toList();
  }

  private Map<String, Object> entry(Row row) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("measure", row.measure());
    entry.put("contender", row.contender());
    entry.put("value", row.value());
    entry.put("unit", row.unit());
    times(row, Row.LIMIT).ifPresent(times -> entry.put("times_limit", times));
    times(row, Row.OURS).ifPresent(times -> entry.put("times_ours", times));
    entry.put("note", row.note());
    return entry;
  }

  /** How many times what somebody else has; empty for that contender itself, or without it. */
  private Optional<Double> times(Row row, String reference) {
    return rows.stream()
        .filter(other -> other.contender().equals(reference) && other.isBeside(row))
        .filter(other -> !row.contender().equals(reference))
        .findFirst()
        .map(row::times);
  }

  private static String twoDigits(double times) {
    return String.format(Locale.ROOT, "%.2f", times);
  }
}
