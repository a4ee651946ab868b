package vn.eid.mock.endpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import vn.eid.mock.Fault;
import vn.eid.mock.fault.Faults;

/** Answers of the records endpoint. */
final class FhirAnswers {
  private final Faults faults;

  FhirAnswers(Faults faults) {
    this.faults = faults;
  }

  /** Writes a FHIR document. */
  interface Writer {
    void to(OutputStream out) throws IOException;
  }

  Reply of(Writer document) {
    if (faults.fires(Fault.RECORDS_HTML)) {
      return Reply.html(200, "<!DOCTYPE html><title>Bảo trì</title><p>Hệ thống đang bảo trì.</p>");
    }
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.to(out);
      return Reply.typed(200, "application/fhir+json", out.toByteArray())
          .with("Cache-Control", "no-store");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
