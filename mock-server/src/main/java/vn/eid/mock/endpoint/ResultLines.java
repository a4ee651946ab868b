package vn.eid.mock.endpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import vn.eid.mock.state.RowAnswer;
import vn.eid.mock.state.RowOutcome;
import vn.eid.mock.state.TaxLink;

/** Writes the results of a batch, one JSON object a line, each with the members of a link. */
final class ResultLines {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int USUAL_LENGTH = 160;

  private Instant lastMoment = Instant.MIN;
  private String lastText = "";

  private ResultLines() {}

  static byte[] of(List<RowAnswer> answers) {
    return new ResultLines().lines(answers);
  }

  private byte[] lines(List<RowAnswer> answers) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream(answers.size() * USUAL_LENGTH);
    try (JsonGenerator json = JSON.createGenerator(lines)) {
      // What stands between two values; the last one gets its own below.
      json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
      for (RowAnswer answer : answers) {
        write(json, answer);
      }
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines.toByteArray();
  }

  private void write(JsonGenerator json, RowAnswer answer) throws IOException {
    RowOutcome outcome = answer.outcome();
    json.writeStartObject();
    json.writeStringField("row_key", answer.rowKey());
    json.writeStringField("result", outcome.result());
    if (answer.link().isPresent()) {
      write(json, answer.link().get());
    } else if (outcome.result().equals("mismatch")) {
      write(json, "fields", outcome.fields());
    } else if (outcome.result().equals("invalid")) {
      json.writeStringField("field", outcome.fields().get(0));
      json.writeStringField("code", outcome.code());
    } else if (answer.caseNumber().isPresent()) {
      json.writeStringField("case_number", answer.caseNumber().get());
    }
    json.writeEndObject();
  }

  private void write(JsonGenerator json, TaxLink link) throws IOException {
    json.writeStringField("tax_code", link.taxCode());
    write(json, "merged", link.entry().oldCodes());
    json.writeObjectFieldStart("status");
    json.writeStringField("code", link.entry().code());
    json.writeStringField("reason", link.entry().reason());
    json.writeEndObject();
    json.writeStringField("linked_at", text(link.linkedAt()));
  }

  // Most rows of a batch are linked in the same second.
  private String text(Instant moment) {
    if (!moment.equals(lastMoment)) {
      lastMoment = moment;
      lastText = moment.toString();
    }
    return lastText;
  }

  private static void write(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
