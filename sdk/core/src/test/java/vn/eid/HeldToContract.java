package vn.eid;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import vn.eid.mock.EidMock;
import vn.eid.mock.Fault;

/**
 * Fails a test when a request to the mock server, or its answer, is not as the OpenAPI documents
 * have it that the server publishes. JUnit finds it and asks it after each test. Answers of a
 * server that was told to misbehave are let be; what the SDK sends to one is not.
 */
public final class HeldToContract implements AfterEachCallback {
  private static final Set<WireMockServer> WATCHED = ConcurrentHashMap.newKeySet();
  private static final Queue<String> DRIFT = new ConcurrentLinkedQueue<>();

  /** From now on this server and those who speak with it are held to the documents. */
  static void watch(EidMock mock) {
    if (WATCHED.add(mock.wireMock())) {
      mock.wireMock()
          .addMockServiceRequestListener((request, response) -> hold(mock, request, response));
    }
  }

  private static void hold(EidMock mock, Request request, Response response) {
    String path = URI.create(request.getUrl()).getPath();
    WireContract.of(path)
        .ifPresent(
            contract -> {
              note(request, response, contract.drift(request));
              if (!hasMisbehaved(mock)) {
                note(request, response, contract.drift(request, response));
              }
            });
  }

  private static boolean hasMisbehaved(EidMock mock) {
    return !mock.injected().isEmpty()
        || Stream.of(Fault.values()).anyMatch(fault -> mock.firings(fault) > 0);
  }

  private static void note(Request request, Response response, List<String> problems) {
    problems.forEach(
        problem ->
            DRIFT.add(
                request.getMethod()
                    + " "
                    + request.getUrl()
                    + " "
                    + response.getStatus()
                    + ": "
                    + problem));
  }

  /** What was found since this was last asked. */
  static List<String> found() {
    List<String> found = new ArrayList<>();
    for (String problem = DRIFT.poll(); problem != null; problem = DRIFT.poll()) {
      found.add(problem);
    }
    return found.stream().distinct().toList();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    List<String> found = found();
    if (!found.isEmpty()) {
      throw new AssertionError("Not as the OpenAPI document has it:\n" + String.join("\n", found));
    }
  }
}
