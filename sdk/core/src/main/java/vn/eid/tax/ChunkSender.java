package vn.eid.tax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has the registry answer for the rows of a chunk, and writes down what comes of each. */
final class ChunkSender {
  /** A row that the registry left out of its answer is asked about again so often. */
  private static final int MORE_ROUNDS = 2;

  private final Batches batches;
  private final byte[] secret;
  private final ResultFormat format;

  ChunkSender(Batches batches, byte[] secret, ResultFormat format) {
    this.batches = batches;
    this.secret = secret.clone();
    this.format = format;
  }

  AnsweredChunk answer(Chunk chunk) throws InterruptedException {
    RowKeys keys = new RowKeys(secret);
    List<String> keyOfRow = new ArrayList<>();
    // A row that is there twice is sent once: it has the same key.
    Map<String, LinkRow> open = new LinkedHashMap<>(2 * chunk.rows().size());
    for (InputRow row : chunk.rows()) {
      LinkRow person = row.person();
      String key = person == null ? "" : keys.of(row);
      keyOfRow.add(key);
      if (person != null) {
        open.put(key, person);
      }
    }
    return written(chunk, keyOfRow, answers(keys, open));
  }

  private Map<String, RowAnswer> answers(RowKeys keys, Map<String, LinkRow> open)
      throws InterruptedException {
    if (open.isEmpty()) {
      return Map.of();
    }
    Map<String, RowAnswer> answers = batches.answers(keys, open);
    for (int round = 0; round < MORE_ROUNDS && answers.size() < open.size(); round++) {
      Map<String, LinkRow> leftOut = new LinkedHashMap<>(open);
      leftOut.keySet().removeAll(answers.keySet());
      answers.putAll(batches.answers(keys, leftOut));
    }
    return answers;
  }

  private AnsweredChunk written(
      Chunk chunk, List<String> keyOfRow, Map<String, RowAnswer> answers) {
    ResultLines lines = format.lines();
    Counts counts = new Counts();
    for (int i = 0; i < keyOfRow.size(); i++) {
      InputRow row = chunk.rows().get(i);
      RowResult result = result(row, answers.get(keyOfRow.get(i)));
      lines.add(row, result);
      counts.add(result.outcome());
    }
    return AnsweredChunk.of(chunk, counts, lines.bytes());
  }

  private static RowResult result(InputRow row, @Nullable RowAnswer answer) {
    RowProblem problem = row.problem();
    if (problem != null) {
      return RowResult.bad(problem);
    }
    return answer == null ? RowResult.unanswered() : RowResult.of(answer);
  }
}
