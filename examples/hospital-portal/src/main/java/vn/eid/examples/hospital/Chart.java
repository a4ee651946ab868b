package vn.eid.examples.hospital;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a doctor sees of a patient.
 *
 * @param person who it is, where the summary says so
 * @param sections the tables, one for each part of the summary and for each data set
 * @param missing by the name of the data set, what the registry did not give, and why
 */
record Chart(Optional<Person> person, List<Section> sections, Map<String, Shortfall> missing) {

  /** Whether all came of what was shared, as far as the registry says. */
  public boolean isWhole() {
    return missing.values().stream().allMatch(Shortfall::isNothing);
  }

  /** Who the records are about. */
  record Person(String name, String birthDate, String gender) {
    @Override
    public String toString() {
      return "Person[…]";
    }
  }

  /**
   * One table.
   *
   * @param title the name of a message
   * @param empty why there are no rows: the name of a message
   */
  record Section(String title, List<Row> rows, String empty) {}
}
