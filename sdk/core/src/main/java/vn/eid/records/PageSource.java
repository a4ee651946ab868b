package vn.eid.records;

import java.io.InputStream;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import vn.eid.UnavailableException;
import vn.eid.UntrustedException.Check;
import vn.eid.internal.Connection;
import vn.eid.internal.Operation;
import vn.eid.internal.http.UnderAddress;
import vn.eid.internal.http.WireRequest;
import vn.eid.internal.http.WireResponse;
import vn.eid.internal.http.WireStream;
import vn.eid.internal.oauth.ProviderMetadata.NationalServices;

/** Fetches the pages of a pull, with a token that it renews where the provider wants another. */
final class PageSource<T> {
  private static final int UNAUTHORIZED = 401;

  private final Operation operation;
  private final Connection connection;
  private final PullRequest<T> request;
  private final Course course;
  private final Use use;
  private @Nullable String token;
  private boolean renewed;
  private boolean answered;

  PageSource(
      Operation operation, Connection connection, PullRequest<T> request, Course course, Use use) {
    this.operation = operation;
    this.connection = connection;
    this.request = request;
    this.course = course;
    this.use = use;
    this.answered = use.isKept();
  }

  /** The page at which the pull is, as it begins to arrive. */
  Page<T> open() {
    HttpUrl url = course.page().orElseGet(this::start);
    if (!new UnderAddress(home()).contains(url)) {
      // The citizen's token would go there.
      throw operation.untrusted(
          Check.DESTINATION, "A page links out of the service that it came from.");
    }
    WireStream answer = success(url);
    try {
      InputStream json = new Answers(operation, connection, request).json(answer, url);
      return new PageOpener<>(operation, connection, request, course).open(json);
    } catch (RuntimeException e) {
      answer.close();
      throw e;
    }
  }

  /** Where a link of the page that was read leads. */
  HttpUrl resolved(String link) {
    HttpUrl next = course.page().orElseThrow().resolve(link);
    if (next == null || !new UnderAddress(home()).contains(next)) {
      throw operation.untrusted(
          Check.DESTINATION, "A page links out of the service that it came from.");
    }
    // A fragment is not sent: without it a circle is seen as one.
    return next.newBuilder().fragment(null).build();
  }

  private HttpUrl start() {
    HttpUrl.Builder url = home().newBuilder().addPathSegments(request.dataSet.resource());
    HttpUrl start =
        isHealthData()
            ? SearchParameters.of(url, request.dataSet, request.days()).build()
            : url.build();
    course.startAt(start);
    return start;
  }

  private HttpUrl home() {
    NationalServices services = connection.provider().national(operation);
    return isHealthData() ? services.records() : services.citizenData();
  }

  private boolean isHealthData() {
    return request.dataSet.itemType() == HealthData.class;
  }

  private WireStream success(HttpUrl url) {
    while (true) {
      WireStream answer = sent(url);
      try {
        Optional<WireResponse> refusal = answer.refusal();
        if (refusal.isEmpty()) {
          use.keep();
          answered = true;
          // A long pull outlives several tokens, and a long page does, too.
          renewed = false;
          return answer;
        }
        refused(refusal.get());
      } catch (RuntimeException e) {
        answer.close();
        throw e;
      }
      answer.close();
    }
  }

  private WireStream sent(HttpUrl url) {
    WireRequest get =
        WireRequest.get(operation, url)
            .unrepeated()
            .header("Accept", isHealthData() ? "application/fhir+json" : "application/json")
            .withToken(token(), connection.resources().key());
    boolean counted = request.consent.uses().isPresent() && !answered;
    try {
      return connection.wire().stream(counted ? get.counted() : get);
    } catch (UnavailableException e) {
      if (e.mayHaveTakenEffect()) {
        use.keep();
      }
      throw e;
    }
  }

  /** Nothing was done for a token that is not good any more (RFC 6750, section 3.1). */
  private void refused(WireResponse refusal) {
    if (refusal.status() != UNAUTHORIZED || renewed) {
      throw new ConsentRefusals(operation, connection, request.consent).of(refusal);
    }
    renewed = true;
    token = null;
  }

  private String token() {
    String current = token;
    if (current == null) {
      DataToken.Granted granted =
          new DataToken(operation, connection, request).ask(course.providersName());
      course.named(granted.pull());
      current = granted.token();
      token = current;
    }
    return current;
  }
}
