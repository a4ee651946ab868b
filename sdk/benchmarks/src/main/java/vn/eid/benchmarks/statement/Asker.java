package vn.eid.benchmarks.statement;

import java.util.List;
import java.util.Map;
import vn.eid.CitizenId;
import vn.eid.EidClient;
import vn.eid.PartialDate;
import vn.eid.benchmarks.By;
import vn.eid.benchmarks.Row;
import vn.eid.benchmarks.bare.BareJws;
import vn.eid.benchmarks.bare.BareSignature;
import vn.eid.population.AuditContext;
import vn.eid.population.CheckResult;
import vn.eid.population.PersonCheck;

/** Who asks the population register. */
public enum Asker {
  LIMIT(Row.LIMIT, "the receipt's signature and both documents") {
    @Override
    Asking of(Registry registry, By by) throws Exception {
      BareJws jws =
          new BareJws(BareSignature.of(registry.publicKey().toECPublicKey(), by.provider()));
      Object statements = List.of(Map.of("type", "age_at_least", "years", 18));
      Map<String, String> audit =
          Map.of("procedure", "1.004222", "officer", "CB-0042", "unit", "H15", "reason", "17");
      String receipt = registry.receipt("n".repeat(43), statements, audit);
      return () -> jws.claims(receipt);
    }
  },
  OURS(Row.OURS, "the whole verb, answered in memory; the request, without its proof, is in it") {
    @Override
    Asking of(Registry registry, By by) throws Exception {
      EidClient client = Client.of(registry, by);
      PersonCheck check =
          PersonCheck.of(
                  CitizenId.parse("099085000011"), "Nguyễn Văn An", PartialDate.parse("1985-03-12"))
              .ageAtLeast(18);
      AuditContext audit = AuditContext.of("1.004222", "CB-0042", "H15").because("Hồ sơ 17");
      return () -> matched(client.population().check(check, audit));
    }
  };

  private final String label;
  private final String note;

  Asker(String label, String note) {
    this.label = label;
    this.note = note;
  }

  /** Asks one thing again and again. */
  @FunctionalInterface
  interface Asking {
    Object ask() throws Exception;
  }

  abstract Asking of(Registry registry, By by) throws Exception;

  private static CheckResult matched(CheckResult result) {
    if (result instanceof CheckResult.Matched) {
      return result;
    }
    throw new IllegalStateException("not matched");
  }

  String note() {
    return note;
  }

  @Override
  public String toString() {
    return label;
  }
}
