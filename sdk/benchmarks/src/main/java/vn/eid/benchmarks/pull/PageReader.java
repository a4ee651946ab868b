package vn.eid.benchmarks.pull;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.hl7.fhir.r4.model.Bundle;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.benchmarks.Row;
import vn.eid.consent.Consent;
import vn.eid.consent.ConsentId;
import vn.eid.consent.Purpose;
import vn.eid.records.HealthData;
import vn.eid.records.PullRequest;

/** Who reads the pages. */
enum PageReader {
  RECORDS(Row.OURS, 1, "a DPoP proof per page, each resource checked and handed out") {
    @Override
    long read(URI server, int pages) {
      Environment there = Environment.sandbox(server);
      ClientKey key = ClientKey.fromJwk(Agreed.key().toJSONString());
      try (EidClient eid = EidClient.builder(there, Agreed.CLIENT, key).build()) {
        Consent.Active consent = eid.consents().requireActive(ConsentId.of(Agreed.CONSENT));
        Purpose purpose = Purpose.of(Agreed.PURPOSE, Agreed.VIETNAMESE, Agreed.ENGLISH);
        return eid
            .records()
            .pull(PullRequest.under(consent, purpose, HealthData.LABORATORY_RESULTS))
            .stream()
            .filter(result -> result.resourceType().equals("Observation"))
            .count();
      }
    }
  },
  JACKSON(Row.LIMIT, 1, "Jackson's bare streaming parse: nothing proved, checked or kept") {
    @Override
    long read(URI server, int pages) throws IOException {
      JsonFactory json = new JsonFactory();
      long objects = 0;
      for (int page = 1; page <= pages; page++) {
        try (InputStream answer = page(server, page);
            JsonParser parser = json.createParser(answer)) {
          for (JsonToken next = parser.nextToken(); next != null; next = parser.nextToken()) {
            objects += next == JsonToken.START_OBJECT ? 1 : 0;
          }
        }
      }
      return objects;
    }
  },
  HAPI("HAPI FHIR", 8, "a tree per page; an eighth of the pages") {
    @Override
    long read(URI server, int pages) throws IOException {
      IParser parser = FhirContext.forR4Cached().newJsonParser();
      long resources = 0;
      for (int page = 1; page <= pages; page++) {
        try (InputStream answer = page(server, page)) {
          resources += parser.parseResource(Bundle.class, answer).getEntry().size();
        }
      }
      return resources;
    }
  };

  private final String label;
  private final int fraction;
  private final String note;

  PageReader(String label, int fraction, String note) {
    this.label = label;
    this.fraction = fraction;
    this.note = note;
  }

  String label() {
    return label;
  }

  /** Who is much slower reads the so-manieth part. */
  int fraction() {
    return fraction;
  }

  String note() {
    return note;
  }

  /** Reads that many pages; how many resources, or objects, they had. */
  abstract long read(URI server, int pages) throws IOException;

  private static InputStream page(URI server, int page) throws IOException {
    return server.resolve("/fhir/Observation?p=" + page).toURL().openStream();
  }
}
