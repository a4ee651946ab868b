package vn.eid.mock.door;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.eid.mock.EidMock;
import vn.eid.mock.SeenRequest;
import vn.eid.mock.endpoint.Exchange;
import vn.eid.mock.endpoint.Reply;

/** What the server was asked, and what it refused: {@code /requests} and {@code /refusals}. */
final class RecordingErrands {
  private final EidMock mock;

  RecordingErrands(EidMock mock) {
    this.mock = mock;
  }

  List<Errand> all() {
    return List.of(
        Errand.get(
            "/requests",
            "The last 1,000 requests in full, those to this door left out; ?method= and ?path= choose"
                + " among them, ?unmatched=true those that nothing here answers.",
            this::requests),
        Errand.get(
            "/refusals",
            "Why the last 1,000 refused requests were refused, a sentence each.",
            unused -> Reply.json(200, Map.of("refusals", mock.refusals()))));
  }

  private Reply requests(Exchange exchange) {
    exchange.query().only("method", "path", "unmatched");
    boolean unmatched = exchange.query().one("unmatched").filter("true"::equals).isPresent();
    Optional<String> method = exchange.query().one("method");
    Optional<String> path = exchange.query().one("path");
    List<Map<String, Object>> found =
        (unmatched ? mock.unmatchedRequests() : mock.requests())
            .stream()
                .filter(request -> !request.path().startsWith(AdminDoor.PATH))
                .filter(request -> method.isEmpty() || method.get().equals(request.method()))
                .filter(request -> path.isEmpty() || path.get().equals(request.path()))
                .map(RecordingErrands::view)
                .toList();
    return Reply.json(200, Map.of("requests", found));
  }

  private static Map<String, Object> view(SeenRequest request) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("method", request.method());
    view.put("path", request.path());
    view.put("query", request.rawQuery());
    view.put("headers", request.headers());
    view.put("body", request.body());
    view.put("status", request.status());
    return view;
  }
}
