package vn.eid.mock.endpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.eid.mock.Fault;
import vn.eid.mock.endpoint.GrantedData.Granted;
import vn.eid.mock.fault.Faults;
import vn.eid.mock.fault.PageFaults;
import vn.eid.mock.fault.RecordEnvelopes;
import vn.eid.mock.state.Client;
import vn.eid.mock.state.MockState;

/**
 * Answers with a citizen's data: as JSON, or signed and encrypted for a client that is registered
 * for it. ASSUMED: RFC 7516 around RFC 7515, and the members of the header that tie the answer to
 * its request.
 */
final class DataAnswers {
  private final MockState state;
  private final Faults faults;
  private final PageFaults pages;
  private final RecordEnvelopes envelopes;

  DataAnswers(MockState state) {
    this.state = state;
    this.faults = state.faults();
    this.pages = new PageFaults(faults);
    this.envelopes = new RecordEnvelopes(faults, state.keys());
  }

  /** Writes a document. */
  interface Writer {
    void to(OutputStream out) throws IOException;
  }

  Reply fhir(Exchange exchange, Granted granted, Writer document) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.to(out);
      return of(exchange, granted, "application/fhir+json", pages.apply(out.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Reply json(Exchange exchange, Granted granted, Map<String, Object> members) {
    return of(exchange, granted, "application/json", Json.bytes(members));
  }

  private Reply of(Exchange exchange, Granted granted, String type, byte[] json) {
    Client client = state.clients().find(granted.token().clientId()).orElseThrow();
    Optional<String> sealed = envelopes.seal(json, header(exchange, granted), client);
    Reply reply =
        sealed
            .map(text -> Reply.typed(200, "application/jose", Json.ascii(text)))
            .orElseGet(() -> Reply.typed(200, type, json))
            .with("Cache-Control", "no-store");
    return faults.fires(Fault.PAGE_CONNECTION_CUT) ? reply.cutInTheMiddle() : reply;
  }

  private Map<String, Object> header(Exchange exchange, Granted granted) {
    String query = exchange.rawQuery().isEmpty() ? "" : "?" + exchange.rawQuery();
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("aud", granted.token().clientId());
    header.put("consent_id", granted.consent().id());
    header.put("data_set", granted.dataSet().code());
    header.put("url", exchange.url() + query);
    header.put("iat", state.clock().instant().getEpochSecond());
    return header;
  }
}
