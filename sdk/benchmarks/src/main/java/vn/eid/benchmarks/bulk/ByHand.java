package vn.eid.benchmarks.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * The loop written by hand: batches out, results in as they come, in no order. It keeps no journal
 * and checks nothing, so a crash loses everything.
 */
final class ByHand {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Job job;
  private final HandWrittenClient client;
  private final CsvWriter results;
  private final List<Future<?>> sent = new ArrayList<>();
  private long rows;

  private ByHand(Job job, HandWrittenClient client, CsvWriter results) {
    this.job = job;
    this.client = client;
    this.results = results;
  }

  /** The program. */
  public static void main(String[] args) throws Exception {
    System.out.println(Measured.of(Job.of(args), ByHand::link).line());
    // OkHttp's idle threads would keep the process for a minute.
    System.exit(0);
  }

  private static long link(Job job) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(job.atOnce());
    try (CsvWriter results = CsvWriter.builder().build(job.out())) {
      ByHand loop = new ByHand(job, new HandWrittenClient(job), results);
      loop.readAndSend(threads);
      return loop.rows;
    } finally {
      threads.shutdown();
    }
  }

  private void readAndSend(ExecutorService threads)
      throws IOException, InterruptedException, ExecutionException {
    Semaphore free = new Semaphore(job.atOnce());
    ByteArrayOutputStream batch = new ByteArrayOutputStream();
    results.writeRecord("row", "result", "tax_code", "detail");
    try (CsvReader<NamedCsvRecord> in = CsvReader.builder().ofNamedCsvRecord(job.in())) {
      for (NamedCsvRecord row : in) {
        batch.write(line(row, rows++));
        if (rows % job.chunk() == 0) {
          dispatch(batch, free, threads);
        }
      }
    }
    if (batch.size() > 0) {
      dispatch(batch, free, threads);
    }
    for (Future<?> one : sent) {
      one.get();
    }
  }

  private static byte[] line(NamedCsvRecord row, long number) throws IOException {
    Map<String, Object> wire = new LinkedHashMap<>();
    wire.put("row_key", "row-" + number);
    wire.put("citizen_id", row.getField("citizen_id"));
    wire.put("full_name", row.getField("full_name"));
    wire.put("birth_date", row.getField("birth_date"));
    String codes = row.getField("old_tax_codes");
    if (!codes.isEmpty()) {
      wire.put("old_tax_codes", List.of(codes.split(";", -1)));
    }
    byte[] json = JSON.writeValueAsBytes(wire);
    byte[] line = Arrays.copyOf(json, json.length + 1);
    line[json.length] = '\n';
    return line;
  }

  private void dispatch(ByteArrayOutputStream batch, Semaphore free, ExecutorService threads)
      throws InterruptedException {
    byte[] body = batch.toByteArray();
    batch.reset();
    free.acquire();
    sent.add(
        threads.submit(
            () -> {
              try {
                write(client.send(body));
              } finally {
                free.release();
              }
              return null;
            }));
  }

  private void write(byte[] answer) throws IOException, JOSEException {
    List<String[]> lines = new ArrayList<>();
    try (var values = JSON.readerFor(JsonNode.class).<JsonNode>readValues(answer)) {
      while (values.hasNext()) {
        lines.add(cells(values.next()));
      }
    }
    synchronized (results) {
      lines.forEach(results::writeRecord);
    }
  }

  private static String[] cells(JsonNode line) {
    return new String[] {
      line.path("row_key").asText(),
      line.path("result").asText(),
      line.path("tax_code").asText(),
      line.path("case_number").asText(line.path("fields").toString())
    };
  }
}
