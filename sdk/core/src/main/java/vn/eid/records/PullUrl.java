package vn.eid.records;

import java.util.Optional;
import okhttp3.HttpUrl;
import vn.eid.consent.DataSet;
import vn.eid.consent.Period;
import vn.eid.internal.Operation;
import vn.eid.internal.oauth.ProviderMetadata.NationalServices;

/** Where a data set lies, and how its days are named there. */
final class PullUrl {
  private static final String PAGE_SIZE = "100";

  private PullUrl() {}

  static HttpUrl of(
      Operation operation, NationalServices services, DataSet<?> dataSet, Optional<Period> period) {
    if (dataSet.itemType() == CitizenData.class) {
      return services.citizenData().newBuilder().addPathSegments(dataSet.resource()).build();
    }
    if (dataSet.itemType() != HealthData.class) {
      throw operation.invalid("dataSet", "Its items are neither HealthData nor CitizenData.");
    }
    HttpUrl.Builder url = services.records().newBuilder().addPathSegments(dataSet.resource());
    return dataSet.resource().contains("$") ? operationUrl(url, period) : searchUrl(url, period);
  }

  static String mediaType(DataSet<?> dataSet) {
    return dataSet.itemType() == HealthData.class ? "application/fhir+json" : "application/json";
  }

  /** An operation: start and end, as those of {@code Patient/$everything} are named (FHIR R4). */
  private static HttpUrl operationUrl(HttpUrl.Builder url, Optional<Period> period) {
    period.ifPresent(
        days ->
            url.addQueryParameter("start", days.from().toString())
                .addQueryParameter("end", days.to().toString()));
    return url.build();
  }

  /** A search by date (FHIR R4, section 3.1.1.4.1). */
  private static HttpUrl searchUrl(HttpUrl.Builder url, Optional<Period> period) {
    period.ifPresent(
        days ->
            url.addQueryParameter("date", "ge" + days.from())
                .addQueryParameter("date", "le" + days.to()));
    return url.addQueryParameter("_count", PAGE_SIZE).build();
  }
}
