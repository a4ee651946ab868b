package vn.eid.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Optional;
import vn.eid.UntrustedException;
import vn.eid.consent.DataSet;
import vn.eid.fuzz.Fuzzed;
import vn.eid.fuzz.HonestProvider;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.json.Fields;
import vn.eid.internal.json.Json;

/** The answers that are read whole: citizen data, and what a search says of what it withholds. */
class AnswersFuzzTest {
  private static final Operation OPERATION = Operation.named("fuzz");
  private static final Connection CONNECTION = new HonestProvider().connection();
  private static final List<DataSet<CitizenData>> DATA_SETS =
      List.of(
          CitizenData.IDENTITY,
          CitizenData.RESIDENCE,
          CitizenData.HOUSEHOLD,
          CitizenData.INSURANCE_CARD);

  @FuzzTest
  void read(byte[] input) {
    var unused = accepts(input);
  }

  boolean accepts(byte[] input) {
    boolean read = false;
    for (DataSet<CitizenData> dataSet : DATA_SETS) {
      read |= citizenData(input, dataSet).isPresent();
    }
    boolean told = outcomes(input).isPresent();
    return read && told;
  }

  private static Optional<CitizenData> citizenData(byte[] input, DataSet<CitizenData> dataSet) {
    Optional<CitizenData> data =
        Fuzzed.read(
            UntrustedException.class,
            input,
            () -> CitizenDataReader.read(CONNECTION, OPERATION, dataSet, object(input)));
    data.ifPresent(
        citizen -> {
          assertThat(citizen.citizenId().filter(number -> !number.isSynthetic())).isEmpty();
          Fuzzed.namesNoNumberOf(input, citizen.toString());
        });
    return data;
  }

  private static Optional<List<Withheld>> outcomes(byte[] input) {
    Optional<List<Withheld>> reasons =
        Fuzzed.read(UntrustedException.class, input, () -> Outcomes.of(object(input)));
    var unused =
        Fuzzed.read(UntrustedException.class, input, () -> Outcomes.ofSections(object(input)));
    reasons.ifPresent(all -> Fuzzed.namesNoNumberOf(input, all.toString()));
    return reasons;
  }

  private static Fields object(byte[] input) {
    return Json.object(OPERATION, "The answer", input);
  }
}
