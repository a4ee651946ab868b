package vn.eid.records;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import vn.eid.Application;
import vn.eid.EidClient;

/**
 * How fast a pull is and how much memory it takes, beside Jackson's bare streaming parse of the
 * same pages over the same kind of connection, in one run:
 *
 * <pre>java -Xmx128m -cp (the test class path) vn.eid.records.PullBenchmark 2048 200000</pre>
 *
 * <p>The arguments are megabytes and resources; with a third, {@code alone}, the bare parse is left
 * out. The provider runs in the same process, makes the pages as it sends them, and keeps none.
 */
final class PullBenchmark {
  private static final int PER_PAGE = 100;
  private static final double MEGA = 1 << 20;

  private final RecordsProvider provider = new RecordsProvider();
  private final int pages;
  private final byte[] body;

  private PullBenchmark(long megabytes, int resources) {
    this.pages = Math.max(1, resources / PER_PAGE);
    this.body = body((int) ((megabytes << 20) / resources));
    provider.records = this::page;
  }

  public static void main(String[] arguments) throws Exception {
    long megabytes = Long.parseLong(arguments[0]);
    PullBenchmark benchmark = new PullBenchmark(megabytes, Integer.parseInt(arguments[1]));
    try {
      double pull = benchmark.pull();
      if (arguments.length < 3) {
        double bare = benchmark.bareParse();
        say("ratio to the bare parse: %.2f", pull / bare);
      }
      say(
          "peak heap: %.0f MB of %.0f MB",
          peakHeap() / MEGA, Runtime.getRuntime().maxMemory() / MEGA);
    } finally {
      benchmark.provider.close();
    }
  }

  private double pull() {
    try (EidClient client = provider.client()) {
      Pull<HealthData> pull =
          client
              .records()
              .pull(
                  PullRequest.under(
                      provider.consent(client), Application.TREATMENT, HealthData.IMMUNIZATIONS));
      long start = System.nanoTime();
      long characters = pull.stream().mapToLong(item -> item.json().length()).sum();
      double seconds = (System.nanoTime() - start) / 1e9;
      PullProgress returned = pull.receipt().returned();
      say(
          "pulled: %d resources, %d pages, %d characters",
          returned.resources(), returned.pages(), characters);
      return said("pull", returned.bytes(), seconds);
    }
  }

  private double bareParse() throws IOException {
    JsonFactory json = new JsonFactory();
    long start = System.nanoTime();
    long bytes = 0;
    for (int page = 1; page <= pages; page++) {
      URI url = URI.create(provider.base() + "/fhir/Immunization?p=" + page);
      try (InputStream answer = url.toURL().openStream();
          JsonParser parser = json.createParser(answer)) {
        while (parser.nextToken() != null) {
          // Bare.
        }
        bytes += parser.currentLocation().getByteOffset();
      }
    }
    return said("bare parse", bytes, (System.nanoTime() - start) / 1e9);
  }

  private static double said(String what, long bytes, double seconds) {
    say("%s: %.0f MB in %.1f s, %.0f MB/s", what, bytes / MEGA, seconds, bytes / MEGA / seconds);
    return bytes / seconds;
  }

  private static void say(String form, Object... values) {
    System.out.println(String.format(Locale.ROOT, form, values));
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(java.lang.management.MemoryUsage::getUsed)
        .sum();
  }

  private void page(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    int page = query.startsWith("p=") ? Integer.parseInt(query.substring(2)) : 1;
    exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = new BufferedOutputStream(exchange.getResponseBody(), 1 << 16);
    write(out, "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[");
    for (int i = 0; i < PER_PAGE; i++) {
      write(out, i == 0 ? "" : ",");
      write(
          out,
          "{\"resource\":{\"resourceType\":\"Immunization\",\"id\":\"" + page + "-" + i + "\"");
      out.write(body);
      write(out, "}}");
    }
    write(out, page < pages ? "],\"link\":[" + PullTest.next(page + 1) + "]}" : "]}");
    out.flush();
  }

  /**
   * What clinical JSON is like: short members, nested, codes mostly and Vietnamese between them.
   */
  private static byte[] body(int length) {
    StringBuilder json = new StringBuilder(",\"patient\":{\"reference\":\"Patient/1\"},\"note\":[");
    String note =
        "{\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"718-7\",\"display\":\"Hemoglobin"
            + " [Mass/volume] in Blood\"}],\"text\":\"Huyết sắc tố\"},\"valueQuantity\":{\"value\":13.50,"
            + "\"unit\":\"g/dL\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"g/dL\"}}";
    json.append(note);
    while (json.length() < length - note.length()) {
      json.append(',').append(note);
    }
    return json.append(']').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
