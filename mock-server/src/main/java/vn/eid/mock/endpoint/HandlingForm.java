package vn.eid.mock.endpoint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.eid.mock.state.Handling;
import vn.eid.mock.state.Members;
import vn.eid.mock.state.OtherRecipient;

/** Reads what a client says about the data once it has it. */
final class HandlingForm {
  private static final int MOST_RECIPIENTS = 10;
  // A hundred years.
  private static final long LONGEST = Duration.ofDays(36_525).toSeconds();

  private HandlingForm() {}

  static Handling read(Members body) {
    return new Handling(
        recipients(body),
        body.optionalFlag("cross_border").orElse(false),
        body.optionalNumber("retention", 1, LONGEST).map(Duration::ofSeconds));
  }

  private static List<OtherRecipient> recipients(Members body) {
    Optional<List<Members>> given = body.optionalObjects("recipients");
    if (given.filter(all -> all.isEmpty() || all.size() > MOST_RECIPIENTS).isPresent()) {
      throw body.refuse("recipients", "must name 1 to " + MOST_RECIPIENTS + ", or be left out");
    }
    List<OtherRecipient> recipients = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (Members member : given.orElse(List.of())) {
      member.only("code", "name");
      String code = ConsentForm.code(member, "code");
      if (!codes.add(code)) {
        throw member.refuse("code", "is given twice");
      }
      recipients.add(new OtherRecipient(code, ConsentForm.text(member.object("name"))));
    }
    return List.copyOf(recipients);
  }
}
