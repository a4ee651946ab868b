package vn.eid.mock.people;

import java.util.List;
import vn.eid.mock.state.BirthDate;
import vn.eid.mock.state.OldTaxCode;
import vn.eid.mock.state.Person;
import vn.eid.mock.state.TaxEntry;
import vn.eid.mock.state.TaxMatch;

/** What the tax registry will say when somebody links a person for the first time. */
final class FirstLink {
  private FirstLink() {}

  static String result(Person person, String name, BirthDate birth, List<String> codes) {
    if (!codes.stream().allMatch(OldTaxCode::valid)) {
      return "invalid";
    }
    return person.tax().map(entry -> result(entry, name, birth, codes)).orElse("not_found");
  }

  private static String result(TaxEntry entry, String name, BirthDate birth, List<String> codes) {
    if (!TaxMatch.differing(entry, name, birth, codes).isEmpty()) {
      return "mismatch";
    }
    if (entry.linked()) {
      return "already_linked";
    }
    return entry.candidates() > 1 ? "under_review" : "linked";
  }
}
