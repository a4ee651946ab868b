package vn.eid.mock.state;

import java.util.ArrayList;
import java.util.List;

/** Compares what somebody says about a person with what the tax registry has. */
public final class TaxMatch {
  private TaxMatch() {}

  /** The members of a request in which the registry has something else. */
  public static List<String> differing(
      TaxEntry entry, String fullName, BirthDate birthDate, List<String> oldCodes) {
    List<String> fields = new ArrayList<>(0);
    if (!sameName(entry.name(), fullName)) {
      fields.add("full_name");
    }
    if (!entry.birthDate().equals(birthDate)) {
      fields.add("birth_date");
    }
    if (!entry.oldCodes().containsAll(oldCodes)) {
      fields.add("old_tax_codes");
    }
    return List.copyOf(fields);
  }

  // Most names are written alike, and folding one costs more than all the rest of a row.
  private static boolean sameName(String one, String other) {
    return one.equals(other) || NameFolding.fold(one).equals(NameFolding.fold(other));
  }
}
