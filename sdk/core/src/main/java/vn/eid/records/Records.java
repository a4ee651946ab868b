package vn.eid.records;

import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import okhttp3.HttpUrl;
import vn.eid.consent.Consent;
import vn.eid.consent.DataSet;
import vn.eid.consent.Period;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.http.WireRequest;
import vn.eid.internal.http.WireResponse;
import vn.eid.internal.oauth.ProviderMetadata.NationalServices;

/**
 * Pulls health records (FHIR R4) and citizen data under an active consent.
 *
 * <p>What the consent's signed receipt does not cover is refused before any request leaves the
 * process; the provider checks again. This class is thread-safe.
 */
public final class Records {
  private static final long MAX_PAGE_BYTES = 8L << 20;

  private final Connection connection;

  /** Made by {@link vn.eid.EidClient#records()}. */
  @SuppressWarnings("exports")
  public Records(Connection connection) {
    this.connection = connection;
  }

  /**
   * The first page of a data set, for all the days that the consent covers.
   *
   * @throws vn.eid.InvalidRequestException where the consent does not cover the data set
   * @throws vn.eid.ConsentEndedException where the consent expired, was revoked or is used up
   */
  public <T> Page<T> pull(Consent.Active consent, DataSet<T> dataSet) {
    return first(consent, dataSet, Optional.empty());
  }

  /**
   * The first page of a data set, for some days only.
   *
   * @throws vn.eid.InvalidRequestException where the consent does not cover the data set or the
   *     days
   * @throws vn.eid.ConsentEndedException where the consent expired, was revoked or is used up
   */
  public <T> Page<T> pull(Consent.Active consent, DataSet<T> dataSet, Period period) {
    return first(consent, dataSet, Optional.of(period));
  }

  /**
   * The page after another one.
   *
   * @throws vn.eid.InvalidRequestException where there is none: see {@link Page#hasNext()}
   */
  public <T> Page<T> next(Page<T> page) {
    Pull<T> pull = page.pull();
    HttpUrl url =
        page.next()
            .orElseThrow(() -> pull.operation.invalid("page", "There is no page after this one."));
    return read(pull, url);
  }

  /**
   * All items of a data set, for all the days that the consent covers. Pages are fetched as the
   * stream is read; one is held at a time.
   *
   * @throws vn.eid.InvalidRequestException where the consent does not cover the data set
   * @throws vn.eid.ConsentEndedException where the consent ended, also in mid-stream
   */
  public <T> Stream<T> pullAll(Consent.Active consent, DataSet<T> dataSet) {
    return all(pull(consent, dataSet));
  }

  /** Like {@link #pullAll(Consent.Active, DataSet)}, for some days only. */
  public <T> Stream<T> pullAll(Consent.Active consent, DataSet<T> dataSet, Period period) {
    return all(pull(consent, dataSet, period));
  }

  private <T> Stream<T> all(Page<T> first) {
    Iterator<T> items = new PagedIterator<>(first, this::next);
    int order = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(items, order), false);
  }

  private <T> Page<T> first(Consent.Active consent, DataSet<T> dataSet, Optional<Period> period) {
    Operation operation = Operation.named("records.pull");
    new PullChecks(operation, connection.clock()).verify(consent, dataSet, period);
    NationalServices services = connection.provider().national(operation);
    HttpUrl url = PullUrl.of(operation, services, dataSet, period.or(consent::period));
    String token = new ConsentToken(connection, operation).forDataSet(consent, dataSet);
    return read(new Pull<>(operation, consent, dataSet, url, home(services, dataSet), token), url);
  }

  private static HttpUrl home(NationalServices services, DataSet<?> dataSet) {
    return dataSet.itemType() == HealthData.class ? services.records() : services.citizenData();
  }

  private <T> Page<T> read(Pull<T> pull, HttpUrl url) {
    WireRequest request =
        WireRequest.get(pull.operation, url)
            .header("Accept", PullUrl.mediaType(pull.dataSet))
            .withToken(pull.token, connection.resources().key())
            .limit(MAX_PAGE_BYTES);
    WireResponse response = connection.wire().send(request);
    if (!response.isSuccess()) {
      throw ConsentRefusals.of(pull.operation, pull.consent, response);
    }
    return new PageReader<>(connection, pull).read(url, response);
  }
}
