package vn.eid.tax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.eid.RateLimitedException;
import vn.eid.UnavailableException;
import vn.eid.internal.Connection;

/**
 * Sends rows to the registry and brings its answer, however often it must be asked: this is the one
 * place that repeats, so that the pipeline below sends each request once. Each repetition carries
 * the same keys, by which the registry knows what it did already.
 */
final class Batches {
  private final Connection connection;
  private final Pace pace;
  private final Patience patience;

  /** How many rows the registry takes at once, as far as it has said so. */
  private volatile int largest = Integer.MAX_VALUE;

  Batches(Connection connection, Pace pace, Patience patience) {
    this.connection = connection;
    this.pace = pace;
    this.patience = patience;
  }

  /** The answers by row key; a row that the registry left out is not in it. */
  Map<String, RowAnswer> answers(RowKeys keys, Map<String, LinkRow> rows)
      throws InterruptedException {
    if (rows.size() <= largest) {
      try {
        return whole(new BatchCall(connection, keys, rows));
      } catch (TooLargeException e) {
        largest = e.mostRows();
      }
    }
    Map<String, RowAnswer> answers = new HashMap<>();
    for (Map<String, LinkRow> part : parts(rows, largest)) {
      answers.putAll(answers(keys, part));
    }
    return answers;
  }

  private Map<String, RowAnswer> whole(BatchCall call)
      throws InterruptedException, TooLargeException {
    Patience.Waiting waiting = patience.begin();
    while (true) {
      int entered = pace.enter();
      waiting.goesOn();
      try {
        Map<String, RowAnswer> answers = call.ask(waiting);
        pace.answered();
        patience.answered();
        return answers;
      } catch (RateLimitedException e) {
        pace.limited(entered, e.retryAfter());
        waiting.limited(e);
      } catch (UnavailableException e) {
        waiting.outage(e);
      } finally {
        pace.leave();
      }
    }
  }

  private static List<Map<String, LinkRow>> parts(Map<String, LinkRow> rows, int size) {
    List<Map<String, LinkRow>> parts = new ArrayList<>();
    Map<String, LinkRow> part = new LinkedHashMap<>();
    for (Map.Entry<String, LinkRow> row : rows.entrySet()) {
      part.put(row.getKey(), row.getValue());
      if (part.size() == size) {
        parts.add(part);
        part = new LinkedHashMap<>();
      }
    }
    if (!part.isEmpty()) {
      parts.add(part);
    }
    return parts;
  }
}
