package vn.eid.examples.desk;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.eid.tax.RowOutcome;

/**
 * The first rows of each kind that need a person. Neither names nor numbers are shown: the row and
 * the staff number lead to them in the office's own list.
 *
 * @param fields where the registry has other data
 */
record Attention(
    String row,
    String reference,
    List<String> fields,
    String caseNumber,
    String column,
    String problem) {
  private static final int SHOWN = 50;
  private static final Set<String> EXPLAINED =
      Set.of("citizen_id", "full_name", "birth_date", "old_tax_codes", "reference");
  private static final Pattern LONG_NUMBER = Pattern.compile("\\d{6,}(?=\\d{3})");

  static Map<RowOutcome, List<Attention>> of(ResultsFile results) throws IOException {
    Map<RowOutcome, List<Attention>> kinds = new EnumMap<>(RowOutcome.class);
    results.forEach(
        row -> {
          RowOutcome outcome = ResultsFile.outcome(row);
          if (needsPerson(outcome)) {
            List<Attention> shown = kinds.computeIfAbsent(outcome, kind -> new ArrayList<>());
            if (shown.size() < SHOWN) {
              shown.add(of(row));
            }
          }
        });
    return kinds;
  }

  /** What is wrong, by a name that the pages have a sentence for. */
  public String problemName() {
    return EXPLAINED.contains(column) ? column : "row";
  }

  private static boolean needsPerson(RowOutcome outcome) {
    return outcome != RowOutcome.LINKED && outcome != RowOutcome.ALREADY_LINKED;
  }

  private static Attention of(NamedCsvRecord row) {
    return new Attention(
        row.getField("row"),
        masked(row.getField("reference")),
        Arrays.stream(row.getField("mismatched_fields").split(";", -1))
            .filter(field -> !field.isEmpty())
            .toList(),
        row.getField("case_number"),
        row.getField("column"),
        row.getField("problem"));
  }

  /** Some offices use the citizen number as the staff number. */
  static String masked(String reference) {
    return LONG_NUMBER.matcher(reference).replaceAll("•••");
  }
}
