package vn.eid.records;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import okhttp3.HttpUrl;
import vn.eid.UntrustedException.Check;
import vn.eid.consent.Consent;
import vn.eid.consent.DataSet;
import vn.eid.internal.Operation;

/** One pull under way: its token, where it may go, and where it has been. Prints no secret. */
final class Pull<T> {
  private static final int MAX_EMPTY_PAGES = 20;

  final Operation operation;
  final Consent.Active consent;
  final DataSet<T> dataSet;
  private final HttpUrl start;
  private final HttpUrl home;
  final String token;
  private final ConcurrentMap<HttpUrl, HttpUrl> offeredBy = new ConcurrentHashMap<>();

  Pull(
      Operation operation,
      Consent.Active consent,
      DataSet<T> dataSet,
      HttpUrl start,
      HttpUrl home,
      String token) {
    this.operation = operation;
    this.consent = consent;
    this.dataSet = dataSet;
    this.start = start;
    this.home = home;
    this.token = token;
  }

  /** A page's link to the next one, if it stays at the provider and leads on. */
  HttpUrl follow(HttpUrl page, String link) {
    HttpUrl next =
        Optional.ofNullable(page.resolve(link))
            .filter(this::isAtHome)
            .orElseThrow(
                () ->
                    // The citizen's token would go there.
                    operation.untrusted(
                        Check.DESTINATION, "A page links out of the service that it came from."));
    boolean circle =
        next.equals(start) || !page.equals(offeredBy.computeIfAbsent(next, unused -> page));
    if (circle || next.equals(page)) {
      throw operation.untrusted(Check.FORMAT, "The pages lead in a circle.");
    }
    return next;
  }

  /** Empty pages happen; a provider that sends nothing else would keep us for ever. */
  void allowEmpty(int pages) {
    if (pages > MAX_EMPTY_PAGES) {
      throw operation.untrusted(Check.FORMAT, "The pages go on without a single item.");
    }
  }

  private boolean isAtHome(HttpUrl url) {
    return url.scheme().equals(home.scheme())
        && url.host().equals(home.host())
        && url.port() == home.port()
        && url.username().isEmpty()
        && url.password().isEmpty()
        && (url.encodedPath() + "/").startsWith(home.encodedPath().replaceAll("/$", "") + "/");
  }
}
