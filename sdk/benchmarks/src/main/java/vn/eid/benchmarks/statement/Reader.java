package vn.eid.benchmarks.statement;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import vn.eid.EidClient;
import vn.eid.benchmarks.By;
import vn.eid.benchmarks.Row;
import vn.eid.benchmarks.bare.BareJws;
import vn.eid.benchmarks.bare.BareSignature;

/** Who reads events. */
public enum Reader {
  LIMIT(Row.LIMIT, "the signature and both documents") {
    @Override
    Reading of(Registry registry, By by) throws Exception {
      BareJws jws =
          new BareJws(BareSignature.of(registry.publicKey().toECPublicKey(), by.provider()));
      return event -> jws.claims(new String(event, StandardCharsets.US_ASCII));
    }
  },
  OURS(Row.OURS, "also who, when, in which order, and whether it came before") {
    @Override
    Reading of(Registry registry, By by) throws Exception {
      EidClient client = Client.of(registry, by);
      return event -> client.webhooks().accept(HEADERS, event);
    }
  };

  private static final Map<String, List<String>> HEADERS =
      Map.of("Content-Type", List.of("application/secevent+jwt"));

  private final String label;
  private final String note;

  Reader(String label, String note) {
    this.label = label;
    this.note = note;
  }

  /** Reads events, each once. */
  @FunctionalInterface
  interface Reading {
    Object read(byte[] event) throws Exception;
  }

  abstract Reading of(Registry registry, By by) throws Exception;

  String note() {
    return note;
  }

  @Override
  public String toString() {
    return label;
  }
}
