package vn.eid.tax;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Optional;
import vn.eid.CitizenId;
import vn.eid.TaxCode;
import vn.eid.UntrustedException;
import vn.eid.fuzz.Fuzzed;
import vn.eid.fuzz.HonestProvider;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;
import vn.eid.internal.json.Json;

/** What the tax registry says of a link and of a code: about nobody else, in no printed number. */
class TaxAnswerFuzzTest {
  private static final Operation OPERATION = Operation.named("fuzz");
  private static final Connection CONNECTION = new HonestProvider().connection();
  private static final CitizenId CITIZEN = CitizenId.parse("099085000011");
  private static final StatusAnswer STATUS =
      new StatusAnswer(OPERATION, CONNECTION, TaxCode.parse(CITIZEN.value()));

  @FuzzTest
  void read(byte[] input) {
    var unused = accepts(input);
  }

  boolean accepts(byte[] input) {
    Optional<LinkResult> link =
        Fuzzed.read(UntrustedException.class, input, () -> link(object(input)));
    Optional<Optional<TaxStatus>> status =
        Fuzzed.read(UntrustedException.class, input, () -> STATUS.status(object(input)));
    Optional<List<TaxEvent>> history =
        Fuzzed.read(UntrustedException.class, input, () -> STATUS.history(object(input)));
    link.ifPresent(TaxAnswerFuzzTest::isAboutThem);
    Fuzzed.namesNoNumberOf(input, link + " " + status + " " + history);
    return link.isPresent() || status.isPresent() || history.isPresent();
  }

  private static LinkResult link(Fields answer) {
    LinkResult result = new LinkAnswer(OPERATION).read(answer);
    return new LinkChecks(OPERATION, CONNECTION).verify(result, CITIZEN);
  }

  private static void isAboutThem(LinkResult result) {
    if (result instanceof LinkResult.Linked linked) {
      TaxCode code = linked.link().taxCode();
      assertThat(code.value())
          .satisfiesAnyOf(
              value -> assertThat(value).isEqualTo(CITIZEN.value()),
              value -> assertThat(value).hasSize(10));
    }
  }

  private static Fields object(byte[] input) {
    return Json.object(OPERATION, "The tax registry's answer", input);
  }
}
