package vn.eid.records;

import java.util.Optional;
import okhttp3.HttpUrl;
import vn.eid.consent.DataSet;
import vn.eid.consent.Period;

/**
 * How a data set is asked for: the days, and the category where several data sets share a resource
 * type (FHIR R4, section 3.1.1.4 and the search parameters of each type).
 */
final class SearchParameters {
  private static final String PAGE_SIZE = "100";

  private SearchParameters() {}

  static HttpUrl.Builder of(HttpUrl.Builder url, DataSet<?> dataSet, Optional<Period> period) {
    return dataSet.resource().contains("$") ? operation(url, period) : search(url, dataSet, period);
  }

  /** An operation: start and end, as those of {@code Patient/$everything} are named (FHIR R4). */
  private static HttpUrl.Builder operation(HttpUrl.Builder url, Optional<Period> period) {
    period.ifPresent(
        days ->
            url.addQueryParameter("start", days.from().toString())
                .addQueryParameter("end", days.to().toString()));
    return url;
  }

  private static HttpUrl.Builder search(
      HttpUrl.Builder url, DataSet<?> dataSet, Optional<Period> period) {
    category(dataSet).ifPresent(category -> url.addQueryParameter("category", category));
    String date = date(dataSet);
    period.ifPresent(
        days ->
            url.addQueryParameter(date, "ge" + days.from())
                .addQueryParameter(date, "le" + days.to()));
    return url.addQueryParameter("_count", PAGE_SIZE);
  }

  private static Optional<String> category(DataSet<?> dataSet) {
    if (dataSet.equals(HealthData.LABORATORY_RESULTS)) {
      return Optional.of("laboratory");
    }
    return dataSet.equals(HealthData.IMAGING_REPORTS) ? Optional.of("RAD") : Optional.empty();
  }

  private static String date(DataSet<?> dataSet) {
    return switch (dataSet.resource()) {
      case "Condition" -> "recorded-date";
      case "MedicationStatement" -> "effective";
      default -> "date";
    };
  }
}
