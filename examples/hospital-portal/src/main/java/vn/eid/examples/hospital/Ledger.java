package vn.eid.examples.hospital;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.audit.AuditLedger;
import vn.eid.audit.LedgerCheck;
import vn.eid.audit.LedgerFilter;
import vn.eid.audit.LedgerHead;
import vn.eid.consent.ConsentId;
import vn.eid.spring.EidProperties;

/** The ledger of reads, for looking at. */
@Component
class Ledger {
  private static final Duration SHOWN = Duration.ofDays(30);

  private final AuditLedger ledger;
  private final Path file;
  private final ClientKey key;
  private final ConsentBook book;
  private final ObjectMapper json;

  Ledger(
      EidClient eid, EidProperties properties, ClientKey key, ConsentBook book, ObjectMapper json) {
    this.ledger = eid.auditLedger().orElseThrow();
    this.file = Objects.requireNonNull(properties.auditLedger());
    this.key = key;
    this.book = book;
    this.json = json;
  }

  Path file() {
    return file;
  }

  LedgerHead head() {
    return ledger.head();
  }

  /** Whether each line is there as it was written. */
  LedgerCheck check() {
    return AuditLedger.verify(file, key.publicKeys());
  }

  /** The lines of the last days. */
  List<Line> newestFirst() {
    StringBuilder text = new StringBuilder();
    ledger.export(LedgerFilter.everything().from(Instant.now().minus(SHOWN)), text);
    List<Line> lines = new ArrayList<>(text.toString().lines().map(this::line).toList());
    // The last one is the export's own summary.
    lines.remove(lines.size() - 1);
    Collections.reverse(lines);
    return lines;
  }

  private Line line(String text) {
    try {
      JsonNode line = json.readTree(text);
      String consent = line.path("consent_id").asText();
      return new Line(
          line.path("number").asLong(),
          Instant.parse(line.path("time").asText()),
          line.path("event").asText(),
          line.path("asked_by").asText(),
          patientFile(consent),
          line.path("data_set").asText(),
          line.path("count").asLong(),
          line.path("outcome").asText());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A line of the ledger is no JSON.", e);
    }
  }

  /** The ledger knows a pseudonym; the hospital's number says more to an inspector here. */
  private String patientFile(String consent) {
    return consent.isEmpty()
        ? ""
        : book.find(ConsentId.of(consent)).map(AskedConsent::patientFile).orElse("?");
  }

  /** One step of one read. */
  record Line(
      long number,
      Instant time,
      String event,
      String askedBy,
      String patientFile,
      String dataSet,
      long count,
      String outcome) {}
}
